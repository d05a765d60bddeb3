// Asks a passkey for what a form's data says, fills the form in, and sends it. Nothing is fetched and nothing is kept.
(function () {
  'use strict';

  function bytes(base64url) {
    const text = atob(base64url.replace(/-/g, '+').replace(/_/g, '/'));
    return Uint8Array.from(text, function (c) { return c.charCodeAt(0); });
  }

  function base64(buffer) {
    let text = '';
    new Uint8Array(buffer).forEach(function (b) { text += String.fromCharCode(b); });
    return btoa(text);
  }

  function words(text) {
    return (text || '').split(' ').filter(function (w) { return w !== ''; });
  }

  async function sign(site, text, ids) {
    const challenge = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
    const got = await navigator.credentials.get({
      publicKey: {
        challenge: challenge,
        rpId: site,
        allowCredentials: ids.map(function (id) { return { type: 'public-key', id: bytes(id) }; }),
        userVerification: 'required'
      }
    });
    const r = got.response;
    return {
      id: got.id,
      signature: 'passkey/1 ' + base64(r.authenticatorData) + ' ' + base64(r.clientDataJSON) + ' ' + base64(r.signature)
    };
  }

  async function make(data) {
    const made = await navigator.credentials.create({
      publicKey: {
        challenge: crypto.getRandomValues(new Uint8Array(32)),
        rp: { id: data.site, name: 'Homeward' },
        user: { id: new TextEncoder().encode(data.make), name: data.name, displayName: data.name },
        pubKeyCredParams: [{ type: 'public-key', alg: -7 }],
        excludeCredentials: words(data.allow).map(function (id) { return { type: 'public-key', id: bytes(id) }; }),
        authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
        attestation: 'none'
      }
    });
    // The key comes as SubjectPublicKeyInfo; for P-256 its last 65 bytes are the point.
    return { id: made.id, point: base64(new Uint8Array(made.response.getPublicKey()).slice(-65)) };
  }

  async function fill(form) {
    const data = form.dataset;
    let text = data.text;
    if (data.make) {
      const made = await make(data);
      text = text.replace('NEW-KEY', made.point);
      form.elements.point.value = made.point;
      form.elements.credential.value = made.id;
      form.elements.signature.value = (await sign(data.site, text, [made.id])).signature;
      if (data.allow) {
        const by = await sign(data.site, text, words(data.allow));
        form.elements.by.value = by.id;
        form.elements.bySignature.value = by.signature;
      }
    } else {
      const signed = await sign(data.site, text, words(data.allow));
      // A sign-in is a user and a password to the door.
      (form.elements.credential || form.elements.person).value = signed.id;
      (form.elements.signature || form.elements.token).value = signed.signature;
    }
  }

  document.querySelectorAll('form[data-text]').forEach(function (form) {
    form.addEventListener('submit', function (event) {
      event.preventDefault();
      const button = form.querySelector('button[type=submit]');
      const failed = form.querySelector('.failed');
      button.disabled = true;
      failed.hidden = true;
      fill(form).then(function () { form.submit(); }, function () {
        failed.hidden = false;
        button.disabled = false;
      });
    });
  });
})();

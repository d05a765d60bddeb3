// One key does what its button does, so that a queue is worked through without the mouse. Nothing is fetched and nothing is kept.
(function () {
  'use strict';

  document.addEventListener('keydown', function (event) {
    const typing = event.target instanceof HTMLElement && event.target.matches('input, select, textarea');
    if (typing || event.ctrlKey || event.altKey || event.metaKey || event.repeat) {
      return;
    }
    const chosen = document.querySelector('[data-key="' + CSS.escape(event.key.toLowerCase()) + '"]');
    if (chosen) {
      event.preventDefault();
      chosen.click();
    }
  });
}());

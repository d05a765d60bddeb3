package org.homeward.protocol.crypto;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.PKCS8EncodedKeySpec;
import org.bouncycastle.asn1.ASN1GeneralizedTime;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.DERBitString;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.asn1.x509.TBSCertificate;
import org.bouncycastle.asn1.x509.Time;
import org.bouncycastle.asn1.x509.V3TBSCertificateGenerator;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;

/**
 * The key and certificate by which a node is known on a TLS line (P-256, because every TLS library has it).
 *
 * <p>The certificate is self-signed and bears no expiry: it is trusted because its fingerprint stands in the enrolment that people
 * compared on paper, and for no other reason (RFC 5280 section 4.1.2.5: 99991231235959Z where there is no good end date).
 */
public final class TransportKey {
    private static final AlgorithmIdentifier ECDSA = new AlgorithmIdentifier(X9ObjectIdentifiers.ecdsa_with_SHA256);

    private final PrivateKey privateKey;
    private final X509Certificate certificate;

    private TransportKey(PrivateKey privateKey, X509Certificate certificate) {
        this.privateKey = privateKey;
        this.certificate = certificate;
    }

    /** A new key and its certificate, in the name of that participant. */
    public static TransportKey generate(String id, SecureRandom random) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"), random);
            KeyPair pair = generator.generateKeyPair();
            V3TBSCertificateGenerator tbs = new V3TBSCertificateGenerator();
            X500Name name = new X500Name("CN=homeward " + id);
            tbs.setSerialNumber(new ASN1Integer(new BigInteger(63, random).add(BigInteger.ONE)));
            tbs.setSignature(ECDSA);
            tbs.setIssuer(name);
            tbs.setSubject(name);
            tbs.setStartDate(new Time(new ASN1GeneralizedTime("20200101000000Z")));
            tbs.setEndDate(new Time(new ASN1GeneralizedTime("99991231235959Z")));
            tbs.setSubjectPublicKeyInfo(
                    SubjectPublicKeyInfo.getInstance(pair.getPublic().getEncoded()));
            TBSCertificate body = tbs.generateTBSCertificate();
            Signature signer = Signature.getInstance("SHA256withECDSA");
            signer.initSign(pair.getPrivate(), random);
            signer.update(body.getEncoded("DER"));
            DERBitString signature = new DERBitString(signer.sign());
            byte[] der = new DERSequence(new org.bouncycastle.asn1.ASN1Encodable[] {body, ECDSA, signature})
                    .getEncoded("DER");
            return new TransportKey(pair.getPrivate(), certificate(der));
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException("every Java platform has P-256", e);
        }
    }

    private static X509Certificate certificate(byte[] der) throws GeneralSecurityException {
        return (X509Certificate)
                CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(der));
    }

    /** @throws IllegalArgumentException when the texts are not a key and its certificate */
    public static TransportKey fromTexts(String privateText, String certificateText) {
        try {
            PrivateKey key = KeyFactory.getInstance("EC")
                    .generatePrivate(new PKCS8EncodedKeySpec(Bytes.fromBase64(privateText)));
            return new TransportKey(key, certificate(Bytes.fromBase64(certificateText)));
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("not a key and its certificate", e);
        }
    }

    public PrivateKey privateKey() {
        return privateKey;
    }

    public X509Certificate certificate() {
        return certificate;
    }

    public String privateText() {
        return Bytes.base64(privateKey.getEncoded());
    }

    public String certificateText() {
        try {
            return Bytes.base64(certificate.getEncoded());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a certificate that was read", e);
        }
    }

    /** SHA-256 of the certificate, hex: what the others enrol. */
    public String fingerprint() {
        return fingerprint(certificate);
    }

    /** SHA-256 of a certificate, hex. */
    public static String fingerprint(Certificate certificate) {
        try {
            return Bytes.hex(Bytes.sha256(certificate.getEncoded()));
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("not a certificate", e);
        }
    }
}

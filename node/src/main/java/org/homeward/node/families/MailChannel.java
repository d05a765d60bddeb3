package org.homeward.node.families;

import jakarta.activation.DataHandler;
import jakarta.mail.Authenticator;
import jakarta.mail.MessagingException;
import jakarta.mail.PasswordAuthentication;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.util.ByteArrayDataSource;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Properties;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.homeward.node.store.Families.Kin;
import org.homeward.node.store.Families.Notice;

/**
 * Notices by SMTP. A mail is read by more people than a family: it says only that there is a notice, in the same words and the same size
 * whatever the notice says and whomever it is about, and brings its signature without its words.
 *
 * <p>A node that is killed after the server took a mail and before it was marked sends it again: at least once, not exactly once. Both
 * have the same Message-ID, by which a mailbox can tell that they are one.
 */
public final class MailChannel implements NoticeChannel {
    private static final String TIMEOUT = "20000";
    private static final int FOR_GOOD = 500;

    private final MailSettings settings;
    private final NoticeWriter writer;
    private final URI page;

    /** @param page where families enter their code */
    public MailChannel(MailSettings settings, NoticeWriter writer, URI page) {
        this.settings = settings;
        this.writer = writer;
        this.page = page;
    }

    @Override
    public Delivery send(Kin kin, Notice notice) {
        try {
            Transport.send(message(session(), kin, notice));
            return new Delivery.Taken();
        } catch (MessagingException e) {
            for (Exception at = e; at != null; at = at instanceof MessagingException m ? m.getNextException() : null) {
                if (at instanceof SMTPAddressFailedException refused && refused.getReturnCode() >= FOR_GOOD) {
                    return new Delivery.AddressRefused(
                            "The server does not take this address: code " + refused.getReturnCode() + ".");
                }
            }
            return new Delivery.Later("The server " + settings + " did not take the mail ("
                    + e.getClass().getSimpleName() + ").");
        }
    }

    private Session session() {
        Properties p = new Properties();
        p.put("mail.transport.protocol.rfc822", "smtp");
        p.put("mail.smtp.host", settings.host());
        p.put("mail.smtp.port", Integer.toString(settings.port()));
        p.put("mail.smtp.connectiontimeout", TIMEOUT);
        p.put("mail.smtp.timeout", TIMEOUT);
        p.put("mail.smtp.writetimeout", TIMEOUT);
        p.put("mail.smtp.localhost", domain());
        if (settings.tls()) {
            p.put("mail.smtp.starttls.enable", "true");
            p.put("mail.smtp.starttls.required", "true");
            p.put("mail.smtp.ssl.checkserveridentity", "true");
        }
        if (settings.user().isEmpty()) {
            return Session.getInstance(p);
        }
        p.put("mail.smtp.auth", "true");
        return Session.getInstance(p, new Authenticator() {
            @Override
            protected PasswordAuthentication getPasswordAuthentication() {
                return new PasswordAuthentication(settings.user(), settings.password());
            }
        });
    }

    private String domain() {
        return settings.from().substring(settings.from().indexOf('@') + 1);
    }

    private MimeMessage message(Session session, Kin kin, Notice notice) throws MessagingException {
        String id = "<" + notice.id() + "@" + domain() + ">";
        MimeMessage mail = new MimeMessage(session) {
            @Override
            protected void updateMessageID() throws MessagingException {
                setHeader("Message-ID", id);
            }
        };
        Words words = Words.in(kin.language());
        mail.setFrom(new InternetAddress(settings.from(), true));
        mail.setRecipient(MimeMessage.RecipientType.TO, new InternetAddress(kin.address(), true));
        mail.setSubject(words.get("mail.subject"), StandardCharsets.UTF_8.name());
        mail.setHeader(
                "Date",
                DateTimeFormatter.RFC_1123_DATE_TIME.format(
                        Instant.parse(notice.issued()).atOffset(ZoneOffset.UTC)));
        mail.setHeader("Auto-Submitted", "auto-generated");
        MimeBodyPart text = new MimeBodyPart();
        text.setText(
                words.get("mail.body", page, notice.code()) + "\n\n" + words.get("fraud") + "\n",
                StandardCharsets.UTF_8.name());
        MimeBodyPart file = new MimeBodyPart();
        file.setDataHandler(new DataHandler(
                new ByteArrayDataSource(writer.file(notice).withoutWords().bytes(), "application/json")));
        file.setFileName("notice.json");
        mail.setContent(new MimeMultipart(text, file));
        return mail;
    }
}

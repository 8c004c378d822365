package org.casebridge.outbox;

import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.casebridge.clients.Channel;
import org.springframework.mail.MailException;
import org.springframework.mail.MailSendException;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.mail.javamail.MimeMessageHelper;
import org.springframework.stereotype.Component;

/** E-mail by SMTP. Waits ten seconds at most for the other side. */
@Component
class Mail implements Carriage {

    private static final String PATIENCE = "10000";

    private final OutboxSettings settings;
    private final JavaMailSenderImpl sender = new JavaMailSenderImpl();

    Mail(OutboxSettings settings) {
        this.settings = settings;
        sender.setHost(settings.mailHost());
        sender.setPort(settings.mailPort());
        sender.setUsername(settings.mailUser());
        sender.setPassword(settings.mailPassword());
        sender.setDefaultEncoding(StandardCharsets.UTF_8.name());
        var properties = sender.getJavaMailProperties();
        properties.setProperty("mail.smtp.auth", String.valueOf(settings.mailUser() != null && !settings.mailUser().isBlank()));
        properties.setProperty("mail.smtp.starttls.enable", String.valueOf(settings.mailTls()));
        properties.setProperty("mail.smtp.starttls.required", String.valueOf(settings.mailTls()));
        properties.setProperty("mail.smtp.ssl.checkserveridentity", "true");
        properties.setProperty("mail.smtp.connectiontimeout", PATIENCE);
        properties.setProperty("mail.smtp.timeout", PATIENCE);
        properties.setProperty("mail.smtp.writetimeout", PATIENCE);
    }

    @Override
    public Channel channel() {
        return Channel.EMAIL;
    }

    @Override
    public boolean open() {
        return settings.mails();
    }

    /** The id of the message is its Message-ID, by which the other side knows one that comes twice. */
    @Override
    public void carry(UUID id, String recipient, String subject, String words) {
        try {
            var message = new MimeMessage(sender.getSession()) {
                @Override
                protected void updateMessageID() throws MessagingException {
                    setHeader("Message-ID", "<" + id + "@casebridge>");
                }
            };
            var helper = new MimeMessageHelper(message, StandardCharsets.UTF_8.name());
            helper.setFrom(settings.mailFrom() == null ? "" : settings.mailFrom());
            helper.setTo(recipient);
            helper.setSubject(subject);
            helper.setText(words);
            sender.send(message);
        } catch (MailSendException refused) {
            if (refused.getFailedMessages().values().stream().anyMatch(SendFailedException.class::isInstance)) {
                throw new Undeliverable("the mail server refused the address");
            }
            throw refused;
        } catch (MessagingException impossible) {
            throw new Undeliverable("this is no address for e-mail");
        } catch (MailException later) {
            throw later;
        }
    }
}

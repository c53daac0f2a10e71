package io.tollgate.sandbox.mail;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.subethamail.smtp.MessageHandler;
import org.subethamail.smtp.RejectException;
import org.subethamail.smtp.server.Session;

/** One mail on its way in. */
final class Delivery implements MessageHandler {

    private static final int LARGEST_MAIL = 1024 * 1024;
    private static final long SLOW_MILLIS = 3_000;
    private static final long HANGING_MILLIS = 120_000;

    private final Mailbox mailbox;
    private final Set<String> triedOnce;
    private final Session connection;
    private final List<String> recipients = new ArrayList<>();
    private String sender;

    Delivery(Mailbox mailbox, Set<String> triedOnce, Session connection) {
        this.mailbox = mailbox;
        this.triedOnce = triedOnce;
        this.connection = connection;
    }

    @Override
    public void from(String from) {
        sender = from;
    }

    @Override
    public void recipient(String to) throws RejectException {
        MagicDomain magic = MagicDomain.of(to);
        if (magic == MagicDomain.REFUSED) {
            throw new RejectException(550, "5.1.1 no such mailbox");
        }
        if (magic == MagicDomain.LATER || magic == MagicDomain.GREYLISTED && triedOnce.add(to)) {
            throw new RejectException(450, "4.2.0 try again later");
        }
        recipients.add(to);
    }

    @Override
    public String data(InputStream data) throws RejectException, IOException {
        byte[] bytes = data.readNBytes(LARGEST_MAIL + 1);
        if (bytes.length > LARGEST_MAIL) {
            throw new RejectException(552, "5.3.4 too large");
        }
        mailbox.keep(sender, recipients, new String(bytes, StandardCharsets.ISO_8859_1));
        for (String to : recipients) {
            goWrong(MagicDomain.of(to), to);
        }
        return "kept";
    }

    private void goWrong(MagicDomain magic, String to) throws IOException {
        switch (magic) {
            case SLOW -> pause(SLOW_MILLIS);
            case HANGING -> pause(HANGING_MILLIS);
            case LOST -> {
                if (triedOnce.add(to)) {
                    connection.closeSocket();
                }
            }
            default -> {}
        }
    }

    private static void pause(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void done() {}
}

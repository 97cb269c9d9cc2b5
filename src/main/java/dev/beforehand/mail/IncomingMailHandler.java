package dev.beforehand.mail;

/** To whom mails are handed that arrived. */
public interface IncomingMailHandler {

    /**
     * Takes one mail. It may be handed over again, after a restart or by another process at the same time, and must then
     * do nothing; its {@link IncomingMail#key()} tells. Where this throws, the mail is handed over again a little later.
     */
    void arrived(IncomingMail mail);
}

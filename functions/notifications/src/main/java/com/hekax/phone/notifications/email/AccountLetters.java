package com.hekax.phone.notifications.email;

import com.hekax.phone.contracts.AccountMailRequested;
import com.hekax.phone.notifications.email.Letter.Button;
import com.hekax.phone.platform.crypto.LinkCodes;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Puts what people are written about their accounts into words. To an address that nobody has
 * confirmed goes no word of whoever typed it in: it may be a stranger's.
 */
final class AccountLetters {
  private static final String OF_ACCOUNT = "your HEKAX Phone account";

  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("MMMM d, uuuu", Locale.US);

  private final String publicUrl;
  private final LinkCodes codes;

  /** Letters whose links lead to {@code publicUrl}, which has no slash at the end. */
  AccountLetters(String publicUrl, LinkCodes codes) {
    this.publicUrl = publicUrl;
    this.codes = codes;
  }

  /** The same e-mail at each attempt. */
  Email write(AccountMailRequested mail) {
    var letter = letter(mail);
    var footer =
        new Footer(
            "This is about %s, so it comes whatever you chose to be told of."
                .formatted(letter.about()),
            Optional.empty());
    return new Email(
        mail.organization(),
        mail.address(),
        letter.subject(),
        LetterText.of(letter, footer),
        LetterPage.of(letter, footer),
        Optional.empty());
  }

  private Letter letter(AccountMailRequested mail) {
    return switch (mail.kind()) {
      case CONFIRM_SIGN_UP ->
          of(
              "Confirm your e-mail address",
              "a new HEKAX Phone account",
              "Confirm your e-mail address",
              """
              Somebody, we hope you, wants to open a HEKAX Phone account with this address. %s If it was \
              not you, do nothing: without your confirmation there is no account."""
                  .formatted(life(mail)),
              Optional.of(button("Open my account", "/confirm", mail)));
      case ALREADY_SIGNED_UP ->
          of(
              "You already have an account",
              OF_ACCOUNT,
              "You already have an account",
              """
              Somebody, perhaps you, wants to use this address for a new HEKAX Phone account. It has one: \
              sign in with it, or choose a new password there. If it was not you, do nothing.""",
              Optional.of(new Button("Sign in", publicUrl + "/sign-in")));
      case NO_ACCOUNT ->
          of(
              "There is no account with this address",
              "a HEKAX Phone account that was looked for",
              "There is no account with this address",
              """
              Somebody, perhaps you, wants a new password for HEKAX Phone. This address has no account \
              there: try another one that is yours. If it was not you, do nothing.""",
              Optional.empty());
      case RESET_PASSWORD ->
          of(
              "Choose a new password",
              OF_ACCOUNT,
              "Choose a new password",
              """
              %s, somebody asked for a new password for your account. %s If it was not you, do nothing: \
              your password stays what it is."""
                  .formatted(fact(mail, "name"), life(mail)),
              Optional.of(button("Choose a new password", "/reset-password", mail)));
      case PASSWORD_CHANGED ->
          of(
              "Your password was changed",
              OF_ACCOUNT,
              "Your password was changed",
              """
              %s, the password of your account was changed just now, and other devices were signed out. \
              If it was not you, choose a new one on the sign-in page at once."""
                  .formatted(fact(mail, "name")),
              Optional.of(new Button("Go to the sign-in page", publicUrl + "/sign-in")));
      case CONFIRM_EMAIL_CHANGE ->
          of(
              "Confirm your new e-mail address",
              OF_ACCOUNT,
              "Confirm your new e-mail address",
              """
              Somebody, we hope you, wants to sign in to HEKAX Phone with this address from now on. %s If \
              it was not you, do nothing."""
                  .formatted(life(mail)),
              Optional.of(button("Use this address", "/confirm-email", mail)));
      case EMAIL_CHANGED ->
          of(
              "Your e-mail address was changed",
              OF_ACCOUNT,
              "Your e-mail address was changed",
              """
              %s, you sign in with %s from now on, and no longer with this address. If it was not you, \
              ask an owner of your organization to take the account out, and write to us."""
                  .formatted(fact(mail, "name"), fact(mail, "newAddress")),
              Optional.empty());
      case TWO_STEP_CHANGED -> twoStepChanged(mail);
      case INVITATION -> invitation(mail);
      case ORGANIZATION_CLOSING ->
          of(
              fact(mail, "organization") + " will be closed",
              OF_ACCOUNT,
              fact(mail, "organization") + " will be closed",
              """
              %s, an owner of %s has asked to close it. Its numbers are out of service from now on. On %s \
              all that is in it is erased for good. Until then an owner can undo it in the settings."""
                  .formatted(fact(mail, "name"), fact(mail, "organization"), fact(mail, "day")),
              Optional.empty());
      case ORGANIZATION_CLOSING_WITHDRAWN ->
          of(
              fact(mail, "organization") + " stays",
              OF_ACCOUNT,
              fact(mail, "organization") + " stays",
              """
              %s, %s was to be closed, and an owner has undone it. Its calls are answered again, and \
              nothing of it was lost."""
                  .formatted(fact(mail, "name"), fact(mail, "organization")),
              Optional.empty());
      case ORGANIZATION_ERASED -> erased(mail);
    };
  }

  private static Letter erased(AccountMailRequested mail) {
    return new Letter(
        fact(mail, "organization") + " was erased",
        OF_ACCOUNT,
        fact(mail, "organization") + " was erased",
        "As its owner asked, nothing of it is left with us. Keep this receipt.",
        Optional.empty(),
        List.of(
            Fact.of("Receipt", fact(mail, "receipt")),
            Fact.of("Asked for", day(mail, "requestedAt")),
            Fact.of("Erased", day(mail, "erasedAt")),
            Fact.of("Phone numbers", fact(mail, "numbers")),
            Fact.of("Recordings", fact(mail, "recordings")),
            Fact.of("Calls", fact(mail, "calls")),
            Fact.of("Leads", fact(mail, "leads")),
            Fact.of("People", fact(mail, "people"))),
        Optional.empty());
  }

  private static Letter twoStepChanged(AccountMailRequested mail) {
    boolean on = fact(mail, "state").equals("ON");
    var what = "Two-step sign-in was turned " + (on ? "on" : "off");
    return of(
        what,
        OF_ACCOUNT,
        what,
        """
        %s, from now on signing in to your account %s. If it was not you, choose a new password on the \
        sign-in page at once."""
            .formatted(
                fact(mail, "name"),
                on ? "takes a code beside the password" : "takes the password alone"),
        Optional.empty());
  }

  private Letter invitation(AccountMailRequested mail) {
    var organization = fact(mail, "organization");
    return of(
        "%s invites you to %s".formatted(fact(mail, "inviter"), organization),
        "an invitation",
        "Join " + organization,
        """
        %s invites you to %s on HEKAX Phone, where its calls are answered. Your role is %s. %s If you do \
        not know them, do nothing."""
            .formatted(
                fact(mail, "inviter"),
                organization,
                fact(mail, "role").toLowerCase(Locale.ROOT),
                life(mail)),
        Optional.of(button("Join", "/join", mail)));
  }

  private static Letter of(
      String subject, String about, String heading, String intro, Optional<Button> button) {
    return new Letter(subject, about, heading, intro, Optional.empty(), List.of(), button);
  }

  /** The code stands behind the hash, which no browser sends: it is in no log of a server. */
  private Button button(String text, String page, AccountMailRequested mail) {
    var id =
        mail.code()
            .orElseThrow(() -> new IllegalStateException("No code for a " + mail.kind() + " mail"));
    return new Button(text, publicUrl + page + "#" + codes.of(mail.kind(), id));
  }

  /** How long the link is good, as a sentence. */
  private static String life(AccountMailRequested mail) {
    return mail.validUntil()
        .map(end -> Duration.between(mail.occurredAt(), end))
        .map(AccountLetters::words)
        .map("The link is good once, for %s."::formatted)
        .orElseThrow(() -> new IllegalStateException("No end of a " + mail.kind() + " mail"));
  }

  private static String words(Duration life) {
    if (life.toDays() > 1) {
      return life.toDays() + " days";
    }
    return life.toHours() > 1 ? life.toHours() + " hours" : life.toMinutes() + " minutes";
  }

  /** The zone of an organization that is erased is gone with it. */
  private static String day(AccountMailRequested mail, String name) {
    return DAY.format(Instant.parse(fact(mail, name)).atZone(ZoneOffset.UTC));
  }

  private static String fact(AccountMailRequested mail, String name) {
    return Optional.ofNullable(mail.facts().get(name))
        .orElseThrow(
            () -> new IllegalStateException("No " + name + " for a " + mail.kind() + " mail"));
  }
}

package com.hekax.phone.accounts.passwords;

import com.hekax.phone.accounts.Passwords;
import com.hekax.phone.accounts.attempts.Attempts;
import com.hekax.phone.accounts.store.PersonDao;
import com.hekax.phone.contracts.UserId;
import com.hekax.phone.platform.db.SystemDatabase;
import com.hekax.phone.platform.problems.Problem;
import com.hekax.phone.platform.problems.ProblemType;
import com.hekax.phone.platform.tenancy.AcrossOrganizations;
import java.util.Optional;

/**
 * Asks somebody who is signed in for the password once more, before something that who finds an
 * open page must not do. It can be tried here as often as at sign-in, and is counted with that.
 */
@AcrossOrganizations("a person has one password for all organizations")
public final class OwnPassword {
  private final SystemDatabase database;
  private final Attempts attempts;

  OwnPassword(SystemDatabase database, Attempts attempts) {
    this.database = database;
    this.attempts = attempts;
  }

  /**
   * The person, who has shown the password.
   *
   * @param address that the request came from
   * @param field that the request has the password in
   * @throws Problem INVALID_REQUEST on the field when it is another, TOO_MANY_REQUESTS when it was
   *     tried too often
   */
  public Person confirm(UserId user, String address, String field, String password) {
    var person =
        database
            .inTransaction(tx -> tx.dao(PersonDao.class).find(user))
            .orElseThrow(
                () -> ProblemType.UNAUTHENTICATED.because("You are in no organization any more."));
    var attempt = attempts.admit(person.email(), address);
    if (!Passwords.matches(password, Optional.of(person.passwordHash()))) {
      throw Problem.invalid(field, "is not your password");
    }
    attempts.succeeded(attempt);
    return person;
  }
}

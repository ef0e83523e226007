package com.hekax.phone.receptionist;

import com.hekax.phone.contracts.OrganizationId;
import com.hekax.phone.platform.db.Database;
import com.hekax.phone.platform.db.Tx;
import com.hekax.phone.receptionist.store.FactDao;
import com.hekax.phone.receptionist.store.ReceptionistDao;
import java.util.ArrayList;
import java.util.List;

/** Finds what the receptionist knows that may answer a caller's question. */
public final class FactSearch {
  private static final int MOST_FACTS = 5;

  /** The answer goes to the model whole, and what is longer than 2 KB is not passed on. */
  private static final int MOST_BYTES = 1_800;

  private final Database database;

  FactSearch(Database database) {
    this.database = database;
  }

  /**
   * The best facts as sentences, none when nothing fits.
   *
   * <p>A question may be about a fact without sharing a word with it ("Where can I leave my car?").
   * Where there are no more facts than an answer holds, they are all given, and the model sees for
   * itself.
   */
  public List<String> answersTo(OrganizationId organization, String question) {
    return fitting(database.read(organization, tx -> find(tx, organization, question)));
  }

  private static List<Knowledge> find(Tx tx, OrganizationId organization, String question) {
    var facts = tx.dao(FactDao.class);
    var language = tx.dao(ReceptionistDao.class).findLanguage(organization).orElse(Language.EN);
    var found = facts.search(organization, language.searchConfiguration(), question, MOST_FACTS);
    boolean few = found.isEmpty() && facts.count(organization) <= MOST_FACTS;
    return few ? facts.findFirst(organization, MOST_FACTS) : found;
  }

  private static List<String> fitting(List<Knowledge> facts) {
    var sentences = new ArrayList<String>();
    int room = MOST_BYTES;
    for (var fact : facts) {
      var sentence = Wording.start(fact.sentence(), room);
      // The best one is told as far as it goes; of the others only what can be told whole.
      if (!sentences.isEmpty() && !sentence.equals(fact.sentence())) {
        break;
      }
      sentences.add(sentence);
      room -= Wording.bytes(sentence) + 3; // with quotes and a comma
    }
    return List.copyOf(sentences);
  }
}

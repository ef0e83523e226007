package com.hekax.phone.platform;

import com.hekax.phone.contracts.OrganizationId;
import com.hekax.phone.fixtures.DatabaseTest;
import com.hekax.phone.platform.tenancy.AcrossOrganizations;
import java.util.List;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;

/** Tests with a table like any domain's, in which work leaves notes. */
public abstract class NotesTest extends DatabaseTest {

  @BeforeAll
  void given_a_table() {
    sql("create table notes (organization_id uuid not null, text text not null)");
    sql("call app.isolate('notes')");
    sql("grant select, insert, update on notes to hekax_app");
  }

  @BeforeEach
  void given_no_notes() {
    sql("truncate notes");
  }

  /** All notes of all organizations. */
  protected final List<String> notes() {
    return rows("select text from notes order by text").stream()
        .map(note -> String.valueOf(note.get("text")))
        .toList();
  }

  /** The statements of a domain. */
  public interface NoteDao {

    @SqlUpdate("insert into notes (organization_id, text) values (:organization, :text)")
    void insert(OrganizationId organization, String text);

    @AcrossOrganizations("what a statement without an organization sees is to be shown")
    @SqlQuery("select text from notes order by text")
    List<String> findAll();

    @AcrossOrganizations("what a statement without an organization changes is to be shown")
    @SqlUpdate("update notes set text = :text")
    int updateAll(String text);

    @AcrossOrganizations("a row is to be moved elsewhere")
    @SqlUpdate("update notes set organization_id = :organization")
    int moveAll(OrganizationId organization);
  }
}

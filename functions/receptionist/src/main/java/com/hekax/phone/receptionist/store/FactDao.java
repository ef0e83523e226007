package com.hekax.phone.receptionist.store;

import com.hekax.phone.contracts.OrganizationId;
import com.hekax.phone.receptionist.Fact;
import com.hekax.phone.receptionist.FactFields;
import com.hekax.phone.receptionist.FactId;
import com.hekax.phone.receptionist.Knowledge;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

/**
 * Statements over {@code receptionist_facts}. An organization has some hundreds at most, so the
 * index {@code (organization_id, position, id)} serves them all.
 */
@RegisterConstructorMapper(Fact.class)
@RegisterConstructorMapper(Knowledge.class)
public interface FactDao {

  /** All of them, in their order. */
  @SqlQuery(
      """
      select id, topic, answer, position, updated_at, version
        from receptionist_facts
       where organization_id = :organization
       order by position, id
      """)
  List<Fact> findAll(OrganizationId organization);

  /** The first ones. */
  @SqlQuery(
      """
      select topic, answer
        from receptionist_facts
       where organization_id = :organization
       order by position, id
       limit :most
      """)
  List<Knowledge> findFirst(OrganizationId organization, int most);

  /**
   * Those that share words with a question, best first.
   *
   * @param configuration how PostgreSQL takes words apart, for example english
   */
  @SqlQuery(
      "select topic, answer from app.search_receptionist_facts(:organization, :configuration, :question, :most)")
  List<Knowledge> search(
      OrganizationId organization, String configuration, String question, int most);

  @SqlQuery(
      """
      select id, topic, answer, position, updated_at, version
        from receptionist_facts
       where organization_id = :organization and id = :id
      """)
  Optional<Fact> find(OrganizationId organization, FactId id);

  @SqlQuery("select count(*) from receptionist_facts where organization_id = :organization")
  int count(OrganizationId organization);

  /** Of the last one; 0 when there is none. */
  @SqlQuery(
      "select coalesce(max(position), 0) from receptionist_facts where organization_id = :organization")
  int findLastPosition(OrganizationId organization);

  @SqlUpdate(
      """
      insert into receptionist_facts (id, organization_id, topic, answer, position, updated_at)
      values (:id, :organization, :fields.topic, :fields.answer, :fields.position, :now)
      """)
  void insert(
      OrganizationId organization,
      FactId id,
      @BindMethods("fields") FactFields fields,
      Instant now);

  @SqlUpdate(
      """
      update receptionist_facts
         set topic = :fields.topic, answer = :fields.answer, position = :fields.position,
             updated_at = :now, version = version + 1
       where organization_id = :organization and id = :id
      """)
  void update(
      OrganizationId organization,
      FactId id,
      @BindMethods("fields") FactFields fields,
      Instant now);

  @SqlUpdate("delete from receptionist_facts where organization_id = :organization and id = :id")
  int delete(OrganizationId organization, FactId id);
}

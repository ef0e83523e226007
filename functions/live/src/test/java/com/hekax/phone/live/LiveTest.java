package com.hekax.phone.live;

import com.hekax.phone.fixtures.DatabaseTest;
import com.hekax.phone.fixtures.Organization;
import com.hekax.phone.platform.tenancy.Role;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;

/** Tests of live links: two businesses, and a gateway that holds the pages' ends. */
public abstract class LiveTest extends DatabaseTest {
  protected final TestGateway gateway = new TestGateway();

  @Override
  protected Map<String, String> moreSettings() {
    return Map.of(
        "LIVE_API_ENDPOINT",
        "https://abcdef.execute-api.us-east-1.amazonaws.com/live",
        "AWS_ENDPOINT_URL_APIGATEWAYMANAGEMENTAPI",
        gateway.uri().toString());
  }

  @BeforeEach
  void given_no_links() {
    sql("delete from live_connections");
    sql("delete from live_tickets");
    sql("delete from live_frames");
    sql("delete from live_sequences");
    gateway.forget();
  }

  @AfterAll
  void closeGateway() {
    gateway.close();
  }

  /** A link of the organization's agent that is open since just now. */
  protected void linked(Organization organization, String connectionId) {
    sql(
        "insert into live_connections values (?, ?, ?, now(), now() + interval '2 hours')",
        connectionId,
        organization.id().value(),
        organization.as(Role.AGENT).user().value());
  }

  /** The connection ids of all links that are known. */
  protected List<String> links() {
    return rows("select connection_id from live_connections order by connection_id").stream()
        .map(row -> String.valueOf(row.get("connection_id")))
        .toList();
  }
}

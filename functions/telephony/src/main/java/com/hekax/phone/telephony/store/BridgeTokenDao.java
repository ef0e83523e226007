package com.hekax.phone.telephony.store;

import com.hekax.phone.platform.tenancy.AcrossOrganizations;
import com.hekax.phone.telephony.LegOwner;
import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.statement.SqlQuery;

/** Statements of the system over {@code bridge_sessions}. */
@RegisterConstructorMapper(LegOwner.class)
public interface BridgeTokenDao {

  /**
   * Uses a token up and gives its stream a credential; empty when the token is unknown, used, void,
   * too old, or of another call or account. Of two at once, one gets it.
   */
  @AcrossOrganizations("a token is all that a stream shows when it opens")
  @SqlQuery(
      """
      update bridge_sessions
         set used_at = :now, stream_sid = :streamSid, credential_hash = :credential, expires_at = :expiresAt
       where call_sid = :callSid and account_sid = :accountSid
         and (token_hash = :token or :token = any(earlier_token_hashes))
         and used_at is null and closed_at is null and token_expires_at > :now
      returning organization_id, call_id
      """)
  Optional<LegOwner> redeem(
      byte[] token,
      String callSid,
      String accountSid,
      String streamSid,
      byte[] credential,
      Instant now,
      Instant expiresAt);

  /**
   * Gives the stream that used a token a second credential beside its first; empty when another
   * stream did, or none, or this one did so before {@code since}.
   */
  @AcrossOrganizations("a token is all that a stream shows when it opens")
  @SqlQuery(
      """
      update bridge_sessions
         set repeated_credential_hash = :credential
       where call_sid = :callSid and account_sid = :accountSid
         and (token_hash = :token or :token = any(earlier_token_hashes))
         and stream_sid = :streamSid and used_at > :since and expires_at > :now
      returning organization_id, call_id
      """)
  Optional<LegOwner> repeat(
      byte[] token,
      String callSid,
      String accountSid,
      String streamSid,
      byte[] credential,
      Instant since,
      Instant now);

  @AcrossOrganizations("a credential is all that the bridge shows")
  @SqlQuery(
      """
      select organization_id, call_id
        from bridge_sessions
       where (credential_hash = :credential or repeated_credential_hash = :credential) and expires_at > :now
      """)
  Optional<LegOwner> findByCredential(byte[] credential, Instant now);
}

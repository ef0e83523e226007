-- What people and the receptionist change. A caller's name, number and words are masked: the log outlives what it tells of.
call app.audit('organizations', 'organization', shown => '{name,time_zone,country,plan,brand_color,require_two_step}',
  ignored => '{created_at,version}',
  id => 'organization_id');
call app.audit('memberships', 'member', shown => '{role}', ignored => '{created_at}', id => 'user_id', person => 'user_id',
  verbs => '{added,updated,removed}');
call app.audit('users', 'person', shown => '{name,two_step_since}', ignored => '{created_at}', person => 'id', verbs => '{null,updated,null}');
call app.audit('sessions', 'session', shown => '{user_id,user_agent,ended_at,ended_because}',
  ignored => '{created_at,last_used_at,address}', person => 'user_id', verbs => '{opened,ended,null}');

call app.audit('invitations', 'invitation', shown => '{role,invited_by,expires_at,accepted_at,accepted_by,withdrawn_at}',
  ignored => '{created_at,code_id}', verbs => '{created,updated,null}');

call app.audit('api_keys', 'api_key', shown => '{name,prefix,scopes,created_by,expires_at}',
  ignored => '{created_at,last_used_at}');

call app.audit('leads', 'lead', shown => '{stage,source,call_id,assigned_to}',
  ignored => '{created_at,updated_at,version}');
call app.audit('receptionists', 'receptionist',
  shown => '{assistant_name,voice,language,greeting,resumed_greeting,capture_fields,instructions,transfer_policy,max_call_seconds,check_in_after_seconds,check_ins}',
  ignored => '{updated_at,version}', id => 'organization_id');
call app.audit('receptionist_facts', 'receptionist_fact', shown => '{topic,answer,position}',
  ignored => '{updated_at,version}');

call app.audit('phone_numbers', 'phone_number', shown => '{number,label}', ignored => '{created_at,fallback_key}',
  verbs => '{added,updated,removed}');
call app.audit('business_hours', 'business_hours', shown => '{opens,closes}', id => 'weekday');
call app.audit('transfer_targets', 'transfer_target', shown => '{name,position}');

-- New tokens are got every half hour and are no change of the connection.
call app.audit('crm_connections', 'crm_connection',
  shown => '{provider,external_account_id,account_name,scopes,status,last_error,connected_at}',
  ignored => '{tokens,access_expires_at,token_version,refreshing_until,last_ok_at}', verbs => '{connected,updated,removed}');
call app.audit('slack_connections', 'slack_connection',
  shown => '{team_id,team_name,channel_id,channel_name,scopes,status,last_error,connected_at}',
  ignored => '{tokens,access_expires_at,token_version,refreshing_until,last_ok_at}', verbs => '{connected,updated,removed}');
call app.audit('webhooks', 'webhook', shown => '{url,event_types,status,disabled_because}',
  ignored => '{created_at,failing_since,paused_until}');
call app.audit('email_preferences', 'email_preferences', shown => '{event_types}', ignored => '{updated_at}',
  id => 'user_id');

package com.hekax.phone.crm;

import com.hekax.phone.contracts.OrganizationId;
import com.hekax.phone.crm.hubspot.HubSpotClient;

/** Where something is to be brought: an organization's account in its CRM. */
record SyncTarget(OrganizationId organization, CrmConnection connection, HubSpotClient client) {}

package com.hekax.phone.receptionist.api;

import com.hekax.phone.platform.http.ApiHandler;
import com.hekax.phone.platform.http.ApiRequest;
import com.hekax.phone.platform.http.ApiResponse;
import com.hekax.phone.platform.http.Route;
import com.hekax.phone.platform.tenancy.Permission;
import com.hekax.phone.receptionist.Facts;
import com.hekax.phone.receptionist.ReceptionistWiring;
import java.util.Optional;

/** Adds something that the receptionist knows. */
@Route(value = "POST /api/receptionist/facts", needs = Permission.RECEPTIONIST_MANAGE)
public final class CreateReceptionistFactHandler extends ApiHandler {
  private final Facts facts;

  public CreateReceptionistFactHandler() {
    this(ReceptionistWiring.facts());
  }

  CreateReceptionistFactHandler(Facts facts) {
    this.facts = facts;
  }

  @Override
  protected ApiResponse handle(ApiRequest request) {
    var wanted = request.body(NewFact.class);
    var fact =
        facts.create(request.organization(), wanted.topic(), wanted.answer(), wanted.position());
    return ApiResponse.created("/api/receptionist/facts/" + fact.id(), FactBody.of(fact));
  }

  record NewFact(String topic, String answer, Optional<Integer> position) {}
}

package com.hekax.phone.receptionist.api;

import com.hekax.phone.platform.http.ApiHandler;
import com.hekax.phone.platform.http.ApiRequest;
import com.hekax.phone.platform.http.ApiResponse;
import com.hekax.phone.platform.http.Route;
import com.hekax.phone.platform.tenancy.Permission;
import com.hekax.phone.receptionist.FactSearch;
import com.hekax.phone.receptionist.ReceptionistWiring;
import java.util.List;

/** Tells the model what the business has said about a question; a tool of the receptionist. */
@Route(value = "POST /api/receptionist/tools/look-up", needs = Permission.CALL)
public final class LookUpHandler extends ApiHandler {
  private final FactSearch factSearch;

  public LookUpHandler() {
    this(ReceptionistWiring.factSearch());
  }

  LookUpHandler(FactSearch factSearch) {
    this.factSearch = factSearch;
  }

  @Override
  protected ApiResponse handle(ApiRequest request) {
    var question = request.body(Question.class).question();
    return ApiResponse.ok(new Found(true, factSearch.answersTo(request.organization(), question)));
  }

  record Question(String question) {}

  record Found(boolean ok, List<String> facts) {}
}

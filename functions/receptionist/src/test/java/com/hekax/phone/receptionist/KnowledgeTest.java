package com.hekax.phone.receptionist;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class KnowledgeTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Parking             | Behind the house. | Parking: Behind the house.
          Where can I park?   | Behind the house. | Where can I park? Behind the house.
          Parking:            | Behind the house. | Parking: Behind the house.
          """)
  void a_fact_is_one_sentence(String topic, String answer, String sentence) {
    assertThat(new Knowledge(topic, answer).sentence()).isEqualTo(sentence);
  }
}

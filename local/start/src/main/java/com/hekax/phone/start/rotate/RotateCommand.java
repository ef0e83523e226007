package com.hekax.phone.start.rotate;

import com.hekax.phone.platform.Env;
import com.hekax.phone.platform.aws.AwsClients;
import com.hekax.phone.start.Ports;
import com.hekax.phone.start.StartException;
import java.io.PrintStream;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.regions.providers.DefaultAwsRegionProviderChain;

/**
 * {@code ./hekax rotate signing-keys}: the next step of changing the key that signs sessions, of
 * the product on this machine or of a deployment. How far the change has come stands in the secret.
 */
public final class RotateCommand {

  public static void main(String[] arguments) {
    InstantSource clock = () -> InstantSource.system().instant().truncatedTo(ChronoUnit.SECONDS);
    System.exit(run(List.of(arguments), Env.current(), clock, System.out, System.err));
  }

  /**
   * Takes the step, or says why not.
   *
   * @param shell where AWS is and who we are there; its {@code AWS_ENDPOINT_URL}, if any, holds on
   *     this machine too
   * @return the exit code: 2 when it could not be done
   */
  public static int run(
      List<String> arguments,
      Env shell,
      InstantSource clock,
      PrintStream output,
      PrintStream errors) {
    try {
      var given = RotateArguments.parse(arguments);
      var aws =
          new AwsClients(
              given.stage().equals(RotateArguments.LOCAL) ? local(shell) : deployed(shell));
      var change = new KeyChange(new SigningSecret(aws.secrets(), given.stage()), clock);
      output.println(answer(given, change));
      return 0;
    } catch (StartException told) {
      errors.println(told.getMessage());
      return 2;
    } catch (SdkException unreachable) {
      errors.println(
          "Secrets Manager could not be asked (%s): is HEKAX Phone running, or the right AWS profile chosen?"
              .formatted(unreachable.getMessage()));
      return 2;
    }
  }

  private static String answer(RotateArguments given, KeyChange change) {
    if (given.status()) {
      return change.status();
    }
    return given.atOnce() ? change.replace() : change.step();
  }

  /** The stand-in of Secrets Manager in the product that runs here. */
  private static Env local(Env shell) {
    var endpoint =
        shell.find("AWS_ENDPOINT_URL").orElse("http://localhost:" + Ports.STANDARD.aws());
    return Env.of(
        Map.of(
            "AWS_REGION", "us-east-1",
            "AWS_ENDPOINT_URL", endpoint,
            "AWS_ACCESS_KEY_ID", "local",
            "AWS_SECRET_ACCESS_KEY", "local"));
  }

  /** The shell's own, with the region of its profile where it names none. */
  private static Env deployed(Env shell) {
    return name ->
        shell.find(name).or(() -> name.equals("AWS_REGION") ? region() : Optional.empty());
  }

  private static Optional<String> region() {
    return Optional.of(DefaultAwsRegionProviderChain.builder().build().getRegion().id());
  }

  private RotateCommand() {}
}

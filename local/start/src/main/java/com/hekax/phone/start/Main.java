package com.hekax.phone.start;

import com.hekax.phone.database.DatabaseStartException;
import com.hekax.phone.platform.Env;
import com.hekax.phone.runner.template.TemplateException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/**
 * {@code ./hekax start}. Arguments: the project's folder; {@code --fresh} to begin with empty data;
 * {@code --data FOLDER} and {@code --any-port} for a second one beside it. Says what it does, then
 * where everything is, and stops on Ctrl-C.
 */
public final class Main {
  private final PrintStream console;
  private final long begun = System.nanoTime();

  private Main(PrintStream console) {
    this.console = console;
  }

  public static void main(String[] arguments) {
    var main = new Main(System.out);
    try {
      main.run(Arguments.parse(arguments));
    } catch (StartException | DatabaseStartException | TemplateException told) {
      main.fail(String.valueOf(told.getMessage()));
    } catch (Exception | Error unexpected) {
      unexpected.printStackTrace(System.err);
      main.fail("HEKAX Phone did not start: " + unexpected);
    }
  }

  /** What the launcher hands over. */
  private record Arguments(Path root, Path data, boolean fresh, Ports ports) {

    static Arguments parse(String[] arguments) {
      var words = List.of(arguments);
      var root = Path.of(words.getFirst()).toAbsolutePath().normalize();
      int data = words.indexOf("--data");
      return new Arguments(
          root,
          data < 0 ? root.resolve(".hekax") : Path.of(words.get(data + 1)),
          words.contains("--fresh"),
          words.contains("--any-port") ? Ports.ANY : Ports.STANDARD);
    }
  }

  private void run(Arguments given) throws Exception {
    if (given.fresh()) {
      DataFolder.empty(given.data());
    }
    try (var lock = DataFolder.lock(given.data())) {
      var product =
          Product.start(
              Product.Settings.of(given.root(), given.data(), given.ports(), Env.current()),
              this::progress);
      var stopped = new CountDownLatch(1);
      // Ctrl-C and `./hekax stop` send a signal; the JVM answers it by running this.
      Runtime.getRuntime()
          .addShutdownHook(
              new Thread(
                  () -> {
                    progress("Stopping");
                    product.close();
                    lock.release();
                    progress("Stopped");
                    stopped.countDown();
                  },
                  "stop"));
      announce(product);
      stopped.await();
    }
  }

  private void announce(Product product) {
    console.printf(
        """

        HEKAX Phone is ready: http://localhost:%d
          Sign in      %s / %s
                       %s / %s
          Mailbox      %s/mail
          Console      %s
          Log          .hekax/product.log
          Vendors      %s
          Stop         Ctrl-C, or ./hekax stop
        """,
        product.runner().baseUri().getPort(),
        DemoData.BRIGHT_DENTAL_OWNER,
        DemoData.PASSWORD,
        DemoData.RAPID_PLUMBING_OWNER,
        DemoData.PASSWORD,
        product.sandbox().uri(),
        product.sandbox().uri(),
        product.realVendors().isEmpty()
            ? "all from the sandbox"
            : String.join(", ", product.realVendors()) + " for real, the others from the sandbox");
    console.flush();
  }

  private void progress(String what) {
    console.printf("[%5.1f s] %s%n", (System.nanoTime() - begun) / 1e9, what);
    console.flush();
  }

  private void fail(String sentence) {
    console.println(sentence);
    console.flush();
    // Threads of the queue server would keep the JVM alive.
    Runtime.getRuntime().halt(1);
  }
}

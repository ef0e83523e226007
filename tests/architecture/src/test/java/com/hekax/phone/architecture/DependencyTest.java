package com.hekax.phone.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static org.assertj.core.api.Assertions.assertThat;

import com.hekax.phone.platform.db.SystemDatabase;
import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClass.Predicates;
import java.net.Socket;
import java.net.http.HttpClient;
import java.sql.Connection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What may know what. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class DependencyTest {
  /** Events that no base class of the platform is for. */
  private static final Set<String> MEET_LAMBDA_THEMSELVES = Set.of("live.socket", "operations.job");

  /** Who works across organizations; each is here because somebody decided it. */
  private static final Set<String> ACROSS_ORGANIZATIONS =
      Set.of(
          "accounts.Accounts",
          "accounts.OwnOrganizations",
          "accounts.Sessions",
          "accounts.closing.Erasures",
          "accounts.keys.KeyHolders",
          "accounts.twostep.TwoSteps",
          "accounts.attempts.Attempts",
          "accounts.passwords.EmailChanges",
          "accounts.passwords.OwnPassword",
          "accounts.passwords.PasswordChanges",
          "accounts.passwords.PasswordResets",
          "accounts.passwords.People",
          "accounts.signup.SignUps",
          "accounts.team.Joining",
          "crm.Authorizations",
          "live.LiveLinks",
          "notifications.slack.SlackAuthorizations",
          "operations.TableUpkeep",
          "platform.events.OutboxRelay",
          "platform.queues.Deliveries",
          "telephony.BridgeTokens",
          "telephony.FallbackDocuments",
          "telephony.LegOwners",
          "telephony.RecordingSweep");

  record Library(String packages, List<String> homes) {
    Library(String packages, String... homes) {
      this(packages, List.of(homes));
    }

    @Override
    public String toString() {
      return packages;
    }
  }

  /** Libraries with one home each, beside the platform's own use of them. */
  static List<Library> libraries() {
    return List.of(
        new Library("software.amazon.awssdk..", Code.PLATFORM, Code.ROOT + "operations.aws.."),
        new Library("org.jdbi..", Code.PLATFORM, Code.ROOT + "*.store.."),
        new Library("java.sql..", Code.PLATFORM),
        new Library("org.postgresql..", Code.PLATFORM),
        new Library("org.flywaydb..", Code.PLATFORM),
        new Library("com.networknt..", Code.PLATFORM),
        new Library("org.crac..", Code.PLATFORM),
        new Library("org.apache.hc..", Code.PLATFORM),
        // The answer to CloudFormation goes to an address that CloudFormation gives.
        new Library("java.net.http..", Code.PLATFORM, Code.ROOT + "operations.migration.."),
        new Library("com.twilio..", Code.ROOT + "twilio.."),
        new Library("com.auth0..", Code.ROOT + "accounts.."),
        new Library("at.favre..", Code.ROOT + "accounts.."),
        new Library("com.nulabinc..", Code.ROOT + "accounts.."));
  }

  @ParameterizedTest
  @MethodSource("libraries")
  void a_library_is_known_in_its_home_alone(Library library) {
    noClasses()
        .that()
        .resideOutsideOfPackages(library.homes().toArray(String[]::new))
        .should()
        .dependOnClassesThat()
        .resideInAPackage(library.packages())
        .check(Code.deployed());
  }

  @Test
  void a_domain_meets_Lambda_through_the_platforms_base_classes() {
    var homes =
        Stream.concat(
            Stream.of(Code.PLATFORM),
            MEET_LAMBDA_THEMSELVES.stream().map(home -> Code.ROOT + home));
    noClasses()
        .that()
        .resideOutsideOfPackages(homes.toArray(String[]::new))
        .should()
        .dependOnClassesThat()
        .resideInAPackage("com.amazonaws..")
        .check(Code.deployed());
  }

  static List<String> domains() {
    return Code.domains();
  }

  @ParameterizedTest
  @MethodSource("domains")
  void a_domain_knows_no_other_domain(String domain) {
    var others =
        Code.domains().stream()
            .filter(other -> !other.equals(domain))
            .map(Code::packagesOf)
            .toArray(String[]::new);
    noClasses()
        .that()
        .resideInAPackage(Code.packagesOf(domain))
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(others)
        .allowEmptyShould(true)
        .check(Code.deployed());
  }

  @Test
  void a_layer_knows_no_domain() {
    noClasses()
        .that()
        .resideInAnyPackage(
            Code.ROOT + "contracts..", Code.ROOT + "platform..", Code.ROOT + "twilio..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(Code.domains().stream().map(Code::packagesOf).toArray(String[]::new))
        .check(Code.deployed());
  }

  @Test
  void contracts_know_nothing_of_ours() {
    noClasses()
        .that()
        .resideInAPackage(Code.ROOT + "contracts..")
        .should()
        .dependOnClassesThat(
            Predicates.resideInAPackage("com.hekax.phone..")
                .and(Predicates.resideOutsideOfPackage(Code.ROOT + "contracts..")))
        .check(Code.deployed());
  }

  @Test
  void what_a_domain_is_about_knows_nothing_of_what_calls_it() {
    for (var kind : List.of("api", "webhook", "worker", "job", "socket", "authorizer")) {
      noClasses()
          .that()
          .resideOutsideOfPackages(Code.PLATFORM, Code.ROOT + "*." + kind + "..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage(Code.ROOT + "*." + kind + "..")
          .check(Code.deployed());
    }
  }

  @Test
  void settings_are_read_through_Env() {
    noClasses()
        .that()
        .resideOutsideOfPackage(Code.PLATFORM)
        .should()
        .callMethod(System.class, "getenv", String.class)
        .orShould()
        .callMethod(System.class, "getenv")
        .orShould()
        .callMethod(System.class, "getProperty", String.class)
        .check(Code.deployed());
  }

  @Test
  void nothing_hangs_on_a_thread_outside_the_platform() {
    noClasses()
        .that()
        .resideOutsideOfPackage(Code.PLATFORM)
        .should()
        .dependOnClassesThat()
        .areAssignableTo(ThreadLocal.class)
        .check(Code.deployed());
  }

  @Test
  void nothing_is_written_to_the_folder_for_temporary_files() {
    // An environment serves for hours, and what one request leaves there is there for the next.
    noClasses()
        .should()
        .callMethodWhere(
            DescribedPredicate.describe(
                "a temporary file is made", call -> call.getName().startsWith("createTemp")))
        .check(Code.deployed());
  }

  @Test
  void no_class_keeps_a_connection_from_when_it_was_loaded() {
    // A snapshot would hold it, and every copy of the snapshot would share it.
    noFields()
        .that()
        .areStatic()
        .should()
        .haveRawType(
            Predicates.assignableTo("software.amazon.awssdk.core.SdkClient")
                .or(Predicates.assignableTo(HttpClient.class))
                .or(Predicates.assignableTo(Connection.class))
                .or(Predicates.assignableTo(Socket.class))
                .as("a client or a connection"))
        .check(Code.deployed());
  }

  @Test
  void those_who_work_across_organizations_are_the_listed_ones() {
    var users =
        Code.deployed().stream()
            .flatMap(type -> type.getMethodCallsFromSelf().stream())
            .filter(call -> call.getTargetOwner().isEquivalentTo(SystemDatabase.class))
            .filter(call -> call.getName().endsWith("Transaction"))
            .map(JavaAccess::getOriginOwner)
            .filter(type -> !type.isEquivalentTo(SystemDatabase.class))
            .map(type -> type.getName().substring(Code.ROOT.length()))
            .collect(Collectors.toSet());

    assertThat(users).isEqualTo(ACROSS_ORGANIZATIONS);
  }

  @Test
  void those_who_work_across_organizations_say_why() {
    classes()
        .that(areListed(ACROSS_ORGANIZATIONS))
        .should()
        .beAnnotatedWith("com.hekax.phone.platform.tenancy.AcrossOrganizations")
        .check(Code.deployed());
  }

  @Test
  void a_package_is_null_marked() {
    var packages =
        Code.deployed().stream()
            .collect(Collectors.groupingBy(JavaClass::getPackageName, Collectors.toList()));
    assertThat(packages).allSatisfy(DependencyTest::isNullMarked);
  }

  private static void isNullMarked(String name, List<JavaClass> types) {
    assertThat(types)
        .as("package-info of %s with @NullMarked", name)
        .anyMatch(
            type ->
                type.getSimpleName().equals("package-info")
                    && type.isAnnotatedWith("org.jspecify.annotations.NullMarked"));
  }

  private static DescribedPredicate<JavaClass> areListed(Set<String> names) {
    return DescribedPredicate.describe(
        "work across organizations",
        type -> names.contains(type.getName().substring(Code.ROOT.length())));
  }
}

package dev.beforehand;

import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.conditions.ArchConditions.callMethodWhere;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_USE_FIELD_INJECTION;

import com.slack.api.bolt.App;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import org.springframework.boot.context.properties.ConfigurationProperties;

@AnalyzeClasses(packagesOf = Beforehand.class, importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTests {

    @ArchTest
    static final ArchRule slackStaysInItsRoom = onlyIn("com.slack..", "..slack..");

    @ArchTest
    static final ArchRule mailStaysInItsRoom = onlyIn("jakarta.mail..", "..mail..", "..practice..");

    @ArchTest
    static final ArchRule htmlIsReadWhereItComesInOrGoesOut =
            onlyIn("org.jsoup..", "..letters..", "..mail..", "..portal..");

    /** So that nobody can forget to say who may click it. */
    @ArchTest
    static final ArchRule whateverPeopleCanDoInSlackGoesThroughTheGate = noClasses()
            .that()
            .doNotHaveFullyQualifiedName("dev.beforehand.slack.Gate")
            .should(callMethodWhere(target(owner(assignableTo(App.class)))
                    .and(target(
                            nameMatching("(block|view|message|global)[A-Z]\\w+|command|event|action|dialog\\w+")))));

    /** What the team writes among itself has no way into what a client reads: but for the client's card nobody reads it. */
    @ArchTest
    static final ArchRule internalNotesAreReadInNoSurfaceThatWritesToClients = noClasses()
            .that()
            .resideOutsideOfPackages("..notes..", "..accounts..", "..slack.clients..", "..slack.capture..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("..notes..")
            .orShould()
            .dependOnClassesThat()
            .haveFullyQualifiedName("dev.beforehand.accounts.History");

    @ArchTest
    static final ArchRule onlyTheClockTellsTheTime = noClasses()
            .that()
            .resideOutsideOfPackage("..practice..")
            .should(callMethodWhere(target(nameMatching("now"))
                    .and(target(owner(resideInAnyPackage("java.time.."))))
                    .and(com.tngtech.archunit.base.DescribedPredicate.describe(
                            "have no argument",
                            call -> ((com.tngtech.archunit.core.domain.JavaMethodCall) call)
                                    .getTarget()
                                    .getRawParameterTypes()
                                    .isEmpty()))));

    @ArchTest
    static final ArchRule nobodyReadsTheSystemsTime = noClasses()
            .that()
            .resideOutsideOfPackage("..practice..")
            .should()
            .callMethod(System.class, "currentTimeMillis");

    @ArchTest
    static final ArchRule namesSayWhatAThingIsAndNotWhatItIsMadeOf = noClasses()
            .should()
            .haveNameMatching(".*(Impl|Helper|Util|Utils|Dto|Mapper|Processor)")
            .orShould()
            .haveNameMatching(".*\\.(Base[A-Z]\\w*|\\w*(?<!Account)Manager)");

    @ArchTest
    static final ArchRule noPackageIsADrawerForEverything =
            noClasses().should().resideInAnyPackage("..common..", "..config..", "..util..", "..model..", "..service..");

    @ArchTest
    static final ArchRule noFieldsAreInjected = NO_CLASSES_SHOULD_USE_FIELD_INJECTION;

    @ArchTest
    static final ArchRule nothingIsPrinted = NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;

    @ArchTest
    static final ArchRule settingsAreRecords = classes()
            .that()
            .areAnnotatedWith(ConfigurationProperties.class)
            .should()
            .beRecords();

    private static ArchRule onlyIn(String library, String... rooms) {
        return noClasses()
                .that()
                .resideOutsideOfPackages(rooms)
                .should()
                .dependOnClassesThat()
                .resideInAPackage(library)
                .allowEmptyShould(true);
    }
}

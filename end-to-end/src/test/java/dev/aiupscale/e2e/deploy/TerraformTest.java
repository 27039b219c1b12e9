package dev.aiupscale.e2e.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Rules for the Terraform files that need no provider and no account. */
class TerraformTest {
  private static final Path TERRAFORM =
      Path.of(System.getProperty("models.dir"), "../../terraform").toAbsolutePath().normalize();

  private static final Pattern VARIABLE =
      Pattern.compile("^variable \"([^\"]+)\" \\{\\n(.*?)^\\}", Pattern.MULTILINE | Pattern.DOTALL);
  private static final Pattern STATEMENT =
      Pattern.compile(
          "^( *)(?:statement|content) \\{\\n(.*?)^\\1\\}", Pattern.MULTILINE | Pattern.DOTALL);
  private static final Pattern EVERY_RESOURCE =
      Pattern.compile("resources\\s*=\\s*\\[\\s*\"\\*\"\\s*\\]");
  private static final Pattern SID = Pattern.compile("sid\\s*=\\s*\"([^\"]+)\"");

  private static final Pattern PUT_PREFIXES =
      Pattern.compile(
          "actions *= *\\[\"s3:PutObject\"\\]\\s+resources = \\[\\s+for prefix in \\[([^\\]]+)\\]");
  private static final Pattern QUOTED = Pattern.compile("\"([^\"]+)\"");
  private static final Pattern KEY_PREFIX = Pattern.compile("return \"([a-z]+)/");
  private static final String ONLY_IN_REDIS = "progress";

  /** AWS knows no resource for these calls; a condition is the bound where there is one. */
  private static final Set<String> WITHOUT_RESOURCE = Set.of("LogInToTheRegistry", "TellTheLoad");

  static List<Path> modules() {
    try (Stream<Path> files = Files.walk(TERRAFORM)) {
      return files
          .filter(file -> file.toString().endsWith(".tf"))
          .map(Path::getParent)
          .distinct()
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @ParameterizedTest
  @MethodSource("modules")
  void everyVariableIsUsedDescribedAndTyped(Path module) {
    String text = text(module);
    for (MatchResult variable : matches(VARIABLE, text)) {
      String name = variable.group(1);
      assertThat(variable.group(2))
          .as("variable %s of %s", name, module)
          .containsPattern("(?m)^  description +=")
          .containsPattern("(?m)^  type +=");
      String withoutIt = text.replace(variable.group(), "");
      assertThat(withoutIt)
          .as("variable %s of %s is used", name, module)
          .containsPattern("\\bvar\\." + Pattern.quote(name) + "\\b");
    }
  }

  @Test
  void noStatementAllowsMoreThanItNames() {
    List<String> statements = new ArrayList<>();
    for (Path module : modules()) {
      matches(STATEMENT, text(module)).stream()
          .map(statement -> statement.group(2))
          .filter(statement -> statement.contains("actions"))
          .forEach(statements::add);
    }

    assertThat(statements).hasSizeGreaterThan(15);
    assertThat(statements)
        .filteredOn(statement -> !statement.contains("\"Deny\""))
        .allSatisfy(
            statement -> {
              assertThat(statement).doesNotContainPattern("actions\\s*=\\s*\\[[^\\]]*\\*");
              if (EVERY_RESOURCE.matcher(statement).find()) {
                assertThat(matches(SID, statement))
                    .as("may name every resource: %s", statement)
                    .anySatisfy(sid -> assertThat(WITHOUT_RESOURCE).contains(sid.group(1)));
              }
            });
  }

  @Test
  void figuresMayOnlyGoToTheServicesNamespace() {
    assertThat(text(TERRAFORM.resolve("modules/api")))
        .containsPattern("(?s)TellTheLoad.*cloudwatch:namespace");
  }

  /** What the parts write, by their code; a prefix that is new there must be allowed here. */
  static Stream<Arguments> writers() {
    return Stream.of(
        Arguments.of(
            "api",
            Set.of("originals", "sources", "images", "jobs", "pending", "callbacks", "uploads")),
        Arguments.of("worker", Set.of("results", "jobs", "images", "checkpoints", "pending")));
  }

  @ParameterizedTest
  @MethodSource("writers")
  void aPartMayWriteWhatItWrites(String part, Set<String> prefixes) {
    List<String> lists =
        matches(PUT_PREFIXES, text(TERRAFORM.resolve("modules/" + part))).stream()
            .map(list -> list.group(1))
            .toList();

    assertThat(lists).hasSize(1);
    assertThat(matches(QUOTED, lists.get(0)).stream().map(word -> word.group(1)))
        .containsExactlyInAnyOrderElementsOf(prefixes);
  }

  @Test
  void everyPrefixOfTheBucketHasAWriter() {
    Path keys =
        TERRAFORM.resolveSibling(
            "common-model/src/main/java/dev/aiupscale/common/job/ObjectKeys.java");
    Set<String> written =
        writers()
            .flatMap(writer -> ((Set<?>) writer.get()[1]).stream())
            .map(String::valueOf)
            .collect(Collectors.toSet());
    written.add(ONLY_IN_REDIS);

    assertThat(matches(KEY_PREFIX, read(keys)).stream().map(prefix -> prefix.group(1)))
        .isNotEmpty()
        .allSatisfy(prefix -> assertThat(written).contains(prefix));
  }

  @Test
  void noKeyOrPasswordStandsInAFile() {
    for (Path module : modules()) {
      assertThat(text(module)).doesNotContainPattern("AKIA[0-9A-Z]{16}|(?i)password *= *\"[^$]");
    }
  }

  private static List<MatchResult> matches(Pattern pattern, String text) {
    return pattern.matcher(text).results().toList();
  }

  private static String text(Path module) {
    try (Stream<Path> files = Files.list(module)) {
      return files
          .filter(file -> file.toString().endsWith(".tf"))
          .sorted()
          .map(TerraformTest::read)
          .collect(Collectors.joining("\n"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

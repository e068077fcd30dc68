import java.io.File;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.logging.LogManager;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.pdfa.results.ValidationResult;
import org.verapdf.pdfa.validation.profiles.RuleId;

/**
 * Judges PDF files with veraPDF's engine, all of them in one run, because starting Java takes longer than judging.
 *
 * <p>{@code verapdf -f ua1,2a FILE...} prints a line per file and flavour, {@code PASS} or {@code FAIL}, and under a
 * failure every broken rule with its clause, how often it is broken (3 x), and the first place. The exit code is 0 when
 * everything passes, 1 when something fails, 2 when a file could not be judged.
 */
public final class VeraPdf {
    private static final Pattern PAGE = Pattern.compile("pages\\[(\\d+)\\]");

    public static void main(String[] arguments) {
        List<PDFAFlavour> flavours = new ArrayList<>();
        List<File> files = new ArrayList<>();
        for (int i = 0; i < arguments.length; i++) {
            if (!arguments[i].equals("-f")) {
                files.add(file(arguments[i]));
            } else if (++i < arguments.length) {
                for (String id : arguments[i].split(",")) {
                    flavours.add(flavour(id));
                }
            }
        }
        if (flavours.isEmpty() || files.isEmpty()) {
            refuse("usage: verapdf -f FLAVOUR[,FLAVOUR...] FILE...");
        }

        // The engine logs each oddity it meets while parsing; the verdict says what matters.
        LogManager.getLogManager().reset();
        VeraGreenfieldFoundryProvider.initialise();
        int worst = 0;
        for (File file : files) {
            for (PDFAFlavour flavour : flavours) {
                worst = Math.max(worst, judge(file, flavour));
            }
        }
        System.exit(worst);
    }

    private static PDFAFlavour flavour(String id) {
        PDFAFlavour flavour = PDFAFlavour.byFlavourId(id);
        if (flavour == PDFAFlavour.NO_FLAVOUR) {
            refuse("verapdf: unknown flavour `" + id + "`");
        }
        return flavour;
    }

    private static File file(String path) {
        File file = new File(path);
        if (!file.isFile()) {
            refuse("verapdf: there is no file `" + path + "`");
        }
        return file;
    }

    private static void refuse(String reason) {
        System.err.println(reason);
        System.exit(2);
    }

    private static int judge(File file, PDFAFlavour flavour) {
        String subject = flavour.getId() + " " + file.getPath();
        // 1: the first place of each broken rule is enough; the count covers the rest.
        try (PDFAParser document = Foundries.defaultInstance().createParser(file, flavour)) {
            ValidationResult result =
                    Foundries.defaultInstance().createValidator(List.of(flavour), 1, false, true, false)
                            .validateAll(document).get(0);
            System.out.println((result.isCompliant() ? "PASS " : "FAIL ") + subject);
            if (result.isCompliant()) {
                return 0;
            }
            explain(result);
            return 1;
        } catch (Exception | StackOverflowError unreadable) {
            System.out.println("ERROR " + subject + ": " + unreadable.getMessage());
            return 2;
        }
    }

    private static void explain(ValidationResult result) {
        Map<RuleId, TestAssertion> first = new LinkedHashMap<>();
        for (TestAssertion assertion : result.getTestAssertions()) {
            if (assertion.getStatus() == TestAssertion.Status.FAILED) {
                first.putIfAbsent(assertion.getRuleId(), assertion);
            }
        }
        for (Map.Entry<RuleId, Integer> broken : result.getFailedChecks().entrySet()) {
            RuleId rule = broken.getKey();
            String demand = result.getValidationProfile().getRuleByRuleId(rule).getDescription();
            System.out.printf(Locale.ROOT, "    clause %s, test %d, %d x: %s%n",
                    rule.getClause(), rule.getTestNumber(), broken.getValue(), demand.replaceAll("\\s+", " "));
            if (first.containsKey(rule)) {
                System.out.println("        first " + place(first.get(rule)));
            }
        }
    }

    private static String place(TestAssertion assertion) {
        String path = assertion.getLocation().getContext();
        Matcher page = PAGE.matcher(path);
        return (page.find() ? "on page " + (Integer.parseInt(page.group(1)) + 1) + ", " : "") + "at " + path;
    }
}

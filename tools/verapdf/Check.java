import java.io.FileInputStream;
import java.util.List;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.pdfa.results.ValidationResult;

/** Says of each file whether it is PDF/A-2a and PDF/UA-1. Arguments: files. Ends with 1 when one is not. */
public final class Check {
  private static final List<PDFAFlavour> CLAIMS = List.of(PDFAFlavour.PDFA_2_A, PDFAFlavour.PDFUA_1);

  public static void main(String[] files) throws Exception {
    java.util.logging.Logger.getLogger("").setLevel(java.util.logging.Level.SEVERE);
    VeraGreenfieldFoundryProvider.initialise();
    boolean allConform = true;
    for (String file : files) {
      for (PDFAFlavour claim : CLAIMS) allConform &= conforms(file, claim);
    }
    System.exit(allConform ? 0 : 1);
  }

  private static boolean conforms(String file, PDFAFlavour claim) throws Exception {
    try (FileInputStream in = new FileInputStream(file);
        PDFAParser parser = Foundries.defaultInstance().createParser(in, claim);
        PDFAValidator validator = Foundries.defaultInstance().createValidator(claim, false)) {
      ValidationResult result = validator.validate(parser);
      System.out.println((result.isCompliant() ? "pass " : "FAIL ") + claim.getId() + " " + file);
      for (TestAssertion broken : result.getTestAssertions()) {
        if (broken.getStatus() == TestAssertion.Status.FAILED) {
          System.out.println("  " + broken.getRuleId().getClause() + "-" + broken.getRuleId().getTestNumber() + " "
              + broken.getMessage() + " at " + broken.getLocation().getContext());
        }
      }
      return result.isCompliant();
    }
  }
}

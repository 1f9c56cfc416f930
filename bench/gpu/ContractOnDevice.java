import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.io.PrintWriter;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;

/** Runs the backend contract suite on the device of this machine; exit status 1 if any bit differs or nothing ran. */
class ContractOnDevice {

    private static final String PACKAGE = "io.github.murmuration.backend.cuda.";

    public static void main(String[] args) {
        LauncherDiscoveryRequest request = LauncherDiscoveryRequestBuilder.request()
                .selectors(selectClass(PACKAGE + "CudaBackendTest"), selectClass(PACKAGE + "ManyTilesTest"))
                .selectors(selectClass(PACKAGE + "CurandNoiseTest"), selectClass(PACKAGE + "CudaPatternsTest"))
                .selectors(selectClass(PACKAGE + "CudaTapesTest"), selectClass(PACKAGE + "CudaPairsTest"))
                .selectors(selectClass(PACKAGE + "CudaSurveyTest"))
                .build();
        SummaryGeneratingListener listener = new SummaryGeneratingListener();
        LauncherFactory.create().execute(request, listener);
        listener.getSummary().printFailuresTo(new PrintWriter(System.err), 5);
        long passed = listener.getSummary().getTestsSucceededCount();
        long failed = listener.getSummary().getTotalFailureCount();
        System.out.printf("contract suite: %d passed, %d failed%n", passed, failed);
        System.exit(failed == 0 && passed > 0 ? 0 : 1);
    }
}

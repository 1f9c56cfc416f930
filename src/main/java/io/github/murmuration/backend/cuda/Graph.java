package io.github.murmuration.backend.cuda;

import jcuda.driver.CUgraph;
import jcuda.driver.CUgraphExec;
import jcuda.driver.CUgraphNode;
import jcuda.driver.CUstream;
import jcuda.driver.CUstreamCaptureMode;
import jcuda.driver.JCudaDriver;

/** Kernels recorded with their parameters, to be submitted together any number of times. */
final class Graph implements AutoCloseable {

    private static final int LOG_BYTES = 256;

    private final CUstream stream;
    private final CUgraphExec executable = new CUgraphExec();

    /** @param work submits kernels to the stream, which does not run them; their functions must have been loaded before */
    Graph(CUstream stream, Runnable work) {
        this.stream = stream;
        CUgraph graph = new CUgraph();
        int mode = CUstreamCaptureMode.CU_STREAM_CAPTURE_MODE_THREAD_LOCAL;
        CudaCheck.ok(JCudaDriver.cuStreamBeginCapture(stream, mode), "recording a graph");
        work.run();
        CudaCheck.ok(JCudaDriver.cuStreamEndCapture(stream, graph), "recording a graph");
        int result =
                JCudaDriver.cuGraphInstantiate(executable, graph, new CUgraphNode(), new byte[LOG_BYTES], LOG_BYTES);
        JCudaDriver.cuGraphDestroy(graph);
        CudaCheck.ok(result, "making a graph");
    }

    /** Submits it; returns before it has run. */
    void launch() {
        CudaCheck.ok(JCudaDriver.cuGraphLaunch(executable, stream), "graph");
    }

    @Override
    public void close() {
        JCudaDriver.cuGraphExecDestroy(executable);
    }
}

# A worker on an NVIDIA GPU.
#
# Needs a worker with the CUDA runtime: mvn -Pcuda package, and the models of ./run. The build of
# this image stops and says so when the worker has none. Never run on a GPU yet; docs/operations/deploy.md.
FROM nvidia/cuda:12.8.1-cudnn-runtime-ubuntu22.04

ARG WORKER_APP=upscale-worker/target/quarkus-app

RUN apt-get update \
  && apt-get install -y --no-install-recommends openjdk-17-jre-headless curl \
  && rm -rf /var/lib/apt/lists/* \
  && groupadd --gid 10001 upscale \
  && useradd --uid 10001 --gid 10001 --no-create-home --shell /usr/sbin/nologin upscale \
  && install -d -o upscale -g upscale /work

COPY ${WORKER_APP}/ /app/
RUN ls /app/lib/main | grep -q onnxruntime_gpu \
  || { echo "This worker was built without onnxruntime_gpu: it cannot use a GPU." >&2; exit 1; }
COPY .data/models/*.json .data/models/*.onnx /models/

# One job at a time on the device; the start fails, rather than falls back, when there is no GPU.
# By itself the allocator keeps large blocks that were freed: 1.5 GB after some hundred jobs.
ENV QUARKUS_HTTP_PORT=8080 \
    WORKER_EXECUTION_PROVIDER=cuda \
    UPSCALE_LOG_JSON=true \
    UPSCALE_MODELS_DIR=/models \
    UPSCALE_WORK_DIR=/work \
    MALLOC_ARENA_MAX=2 \
    MALLOC_MMAP_THRESHOLD_=1048576 \
    MALLOC_TRIM_THRESHOLD_=1048576 \
    JDK_JAVA_OPTIONS="-XX:MaxRAMPercentage=20 -XX:MaxDirectMemorySize=1536m -XX:+ExitOnOutOfMemoryError -Djava.awt.headless=true -Djava.io.tmpdir=/work"

# The classes are the same without a device, which there is none of while the image is built.
COPY --chmod=0555 docker/class-archive.sh /app/
RUN WORKER_EXECUTION_PROVIDER=cpu /app/class-archive.sh /app/classes.jsa java -jar /app/quarkus-run.jar

USER 10001:10001
WORKDIR /work
VOLUME /work
EXPOSE 8080
STOPSIGNAL SIGTERM
HEALTHCHECK --interval=10s --timeout=5s --start-period=120s --retries=3 \
  CMD ["curl", "-fsS", "-o", "/dev/null", "http://127.0.0.1:8080/q/health/ready"]
ENTRYPOINT ["java", "-XX:SharedArchiveFile=/app/classes.jsa", "-jar", "/app/quarkus-run.jar"]

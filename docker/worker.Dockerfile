# A worker on the CPU, from jars and models that were made before: ./run, then
#   docker build -f docker/worker.Dockerfile -t ai-upscale/worker .
FROM debian:bookworm-slim

RUN apt-get update \
  && apt-get install -y --no-install-recommends openjdk-17-jre-headless curl \
  && rm -rf /var/lib/apt/lists/* \
  && groupadd --gid 10001 upscale \
  && useradd --uid 10001 --gid 10001 --no-create-home --shell /usr/sbin/nologin upscale \
  && install -d -o upscale -g upscale /work

COPY .data/models/*.json .data/models/*.onnx /models/
COPY upscale-worker/target/quarkus-app/lib/ /app/lib/
COPY upscale-worker/target/quarkus-app/quarkus-run.jar /app/
COPY upscale-worker/target/quarkus-app/quarkus/ /app/quarkus/
COPY upscale-worker/target/quarkus-app/app/ /app/app/

# The networks live outside the heap: most of the container's memory is theirs. Temporary files go to
# the work folder, since /tmp is memory too.
# By itself the allocator keeps large blocks that were freed: 1.5 GB after some hundred jobs.
ENV QUARKUS_HTTP_PORT=8080 \
    UPSCALE_LOG_JSON=true \
    UPSCALE_MODELS_DIR=/models \
    UPSCALE_WORK_DIR=/work \
    MALLOC_ARENA_MAX=2 \
    MALLOC_MMAP_THRESHOLD_=1048576 \
    MALLOC_TRIM_THRESHOLD_=1048576 \
    JDK_JAVA_OPTIONS="-XX:MaxRAMPercentage=20 -XX:MaxDirectMemorySize=1536m -XX:+ExitOnOutOfMemoryError -Djava.awt.headless=true -Djava.io.tmpdir=/work"

# A start from an archive of its classes; where it does not fit the Java machine, it is not used.
COPY --chmod=0555 docker/class-archive.sh /app/
RUN /app/class-archive.sh /app/classes.jsa java -jar /app/quarkus-run.jar

USER 10001:10001
WORKDIR /work
VOLUME /work
EXPOSE 8080
STOPSIGNAL SIGTERM
HEALTHCHECK --interval=10s --timeout=5s --start-period=60s --retries=3 \
  CMD ["curl", "-fsS", "-o", "/dev/null", "http://127.0.0.1:8080/q/health/ready"]
ENTRYPOINT ["java", "-XX:SharedArchiveFile=/app/classes.jsa", "-jar", "/app/quarkus-run.jar"]

# The API, from jars that were built before: ./run or `mvn package`, then
#   docker build -f docker/api.Dockerfile -t ai-upscale/api .
# Debian, because its JDK codes JPEG by libjpeg-turbo: what all measurements and tests were made with.
FROM debian:bookworm-slim

RUN apt-get update \
  && apt-get install -y --no-install-recommends openjdk-17-jre-headless curl \
  && rm -rf /var/lib/apt/lists/* \
  && groupadd --gid 10001 upscale \
  && useradd --uid 10001 --gid 10001 --no-create-home --shell /usr/sbin/nologin upscale \
  && install -d -o upscale -g upscale /work

# What changes least comes first, so that a new version is a small layer.
COPY api-service/target/quarkus-app/lib/ /app/lib/
COPY api-service/target/quarkus-app/quarkus-run.jar /app/
COPY api-service/target/quarkus-app/quarkus/ /app/quarkus/
COPY api-service/target/quarkus-app/app/ /app/app/
# The API knows models by their descriptors and never loads a network.
COPY .data/models/*.json /models/

# Temporary files, some as large as an upload, go to the work folder, since /tmp is memory.
ENV QUARKUS_HTTP_PORT=8080 \
    UPSCALE_LOG_JSON=true \
    UPSCALE_MODELS_DIR=/models \
    UPSCALE_WORK_DIR=/work \
    JDK_JAVA_OPTIONS="-XX:MaxRAMPercentage=60 -XX:+ExitOnOutOfMemoryError -Djava.awt.headless=true -Djava.io.tmpdir=/work"

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

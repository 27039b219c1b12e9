# S3, SQS and Redis for one machine; in AWS the real ones take its place.
#   docker build -f docker/local-stack.Dockerfile -t ai-upscale/local-stack .
FROM debian:bookworm-slim

RUN apt-get update \
  && apt-get install -y --no-install-recommends openjdk-17-jre-headless curl \
  && rm -rf /var/lib/apt/lists/* \
  && groupadd --gid 10001 upscale \
  && useradd --uid 10001 --gid 10001 --no-create-home --shell /usr/sbin/nologin upscale \
  && install -d -o upscale -g upscale /data

COPY local-stack/target/lib/ /app/lib/
COPY local-stack/target/local-stack.jar /app/
COPY --chmod=0555 docker/local-stack-health.sh /app/health.sh

# Without a password on Redis: the container's network decides who comes near.
ENV STACK_HOST=0.0.0.0 \
    STACK_DATA_DIR=/data \
    STACK_S3_PORT=9090 \
    STACK_SQS_PORT=9324 \
    STACK_REDIS_PORT=6390 \
    JDK_JAVA_OPTIONS="-XX:MaxRAMPercentage=40 -XX:+ExitOnOutOfMemoryError"

USER 10001:10001
WORKDIR /data
VOLUME /data
EXPOSE 9090 9324 6390
STOPSIGNAL SIGTERM
HEALTHCHECK --interval=5s --timeout=5s --start-period=60s --retries=5 CMD ["/app/health.sh"]
ENTRYPOINT ["java", "-jar", "/app/local-stack.jar"]

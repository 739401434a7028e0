# Broadsheet with its own Java runtime. Build the release first: mvn -Pdist -DskipTests package
FROM debian:13.6-slim
# The kind of processor, amd64 or arm64, as the builder sets it.
ARG TARGETARCH
ADD target/dist/broadsheet-*-linux-${TARGETARCH}*.tar.gz /opt/
RUN ln -s /opt/broadsheet-* /opt/broadsheet \
 && useradd --system --home-dir /data broadsheet \
 && install -d -o broadsheet /data
# Names of files are read as UTF-8.
ENV LC_ALL=C.UTF-8
USER broadsheet
VOLUME /data
EXPOSE 7070
# The image has no curl, but bash, which can open connections.
HEALTHCHECK --interval=30s --timeout=10s --start-period=5m CMD ["bash", "-c", "exec 3<>/dev/tcp/127.0.0.1/7070 && printf 'GET /healthz HTTP/1.1\\r\\nHost: localhost\\r\\nConnection: close\\r\\n\\r\\n' >&3 && read -r status <&3 && [[ $status == 'HTTP/1.1 200 '* ]]"]
ENTRYPOINT ["/opt/broadsheet/bin/broadsheet"]
CMD ["serve", "--host", "0.0.0.0", "--index", "/data/index"]

# Broadsheet with its own Java runtime. Build the release first: mvn -Pdist -DskipTests package
FROM debian:stable-slim
ADD target/dist/broadsheet-*-linux-x64.tar.gz /opt/
RUN ln -s /opt/broadsheet-* /opt/broadsheet \
 && useradd --system --home-dir /data broadsheet \
 && install -d -o broadsheet /data
USER broadsheet
VOLUME /data
EXPOSE 7070
ENTRYPOINT ["/opt/broadsheet/bin/broadsheet"]
CMD ["serve", "--host", "0.0.0.0", "--index", "/data/index"]

# The packaged application in layers that change at different paces, run by nobody in particular.
# Build the jar first: mvn -DskipTests package
FROM eclipse-temurin:17.0.17_10-jre-noble AS layers
WORKDIR /unpacked
COPY target/aller-vers.jar aller-vers.jar
RUN java -Djarmode=tools -jar aller-vers.jar extract --layers --launcher --destination .

FROM eclipse-temurin:17.0.17_10-jre-noble
RUN useradd --system --uid 10001 --create-home allervers \
 && mkdir -p /var/lib/allervers/documents && chown allervers /var/lib/allervers/documents
USER allervers
WORKDIR /app
COPY --from=layers /unpacked/dependencies/ ./
COPY --from=layers /unpacked/spring-boot-loader/ ./
COPY --from=layers /unpacked/snapshot-dependencies/ ./
COPY --from=layers /unpacked/application/ ./
ENV DOCUMENTS_FOLDER=/var/lib/allervers/documents \
    JAVA_TOOL_OPTIONS="-Duser.timezone=UTC -XX:MaxRAMPercentage=60"
EXPOSE 8080 8081
STOPSIGNAL SIGTERM
ENTRYPOINT ["java", "org.springframework.boot.loader.launch.JarLauncher"]

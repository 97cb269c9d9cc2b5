FROM maven:3-eclipse-temurin-25 AS build
WORKDIR /build
COPY pom.xml .
RUN mvn -B -ntp dependency:go-offline
COPY src src
COPY messages messages
COPY manifest manifest
RUN mvn -B -ntp package -DskipTests \
    && java -Djarmode=tools -jar target/beforehand-*.jar extract --layers --destination layers --launcher

FROM eclipse-temurin:25-jre
RUN useradd --system --uid 10001 --home-dir /beforehand --create-home beforehand \
    && install -d -o beforehand -g beforehand /beforehand/data
WORKDIR /beforehand
COPY --from=build /build/layers/dependencies/ ./
COPY --from=build /build/layers/spring-boot-loader/ ./
COPY --from=build /build/layers/snapshot-dependencies/ ./
COPY --from=build /build/layers/application/ ./
USER beforehand
# In practice the page is for this machine alone; within a container that would be nobody.
ENV SERVER_ADDRESS=0.0.0.0
VOLUME /beforehand/data
EXPOSE 8080
HEALTHCHECK --interval=30s --timeout=5s --start-period=60s \
    CMD ["bash", "-c", "exec 3<>/dev/tcp/127.0.0.1/${SERVER_PORT:-8080} && printf 'GET /actuator/health HTTP/1.0\\r\\n\\r\\n' >&3 && grep -q '\"status\":\"UP\"' <&3"]
ENTRYPOINT ["java", "--enable-native-access=ALL-UNNAMED", "org.springframework.boot.loader.launch.JarLauncher"]

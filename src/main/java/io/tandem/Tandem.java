package io.tandem;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** Starts Tandem: the engine, the pages and the API in one program. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class Tandem {

    public static void main(String[] args) {
        SpringApplication.run(Tandem.class, args);
    }
}

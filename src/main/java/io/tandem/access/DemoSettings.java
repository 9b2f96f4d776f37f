package io.tandem.access;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** @param password of everybody in the demo: {@code TANDEM_DEMO_PASSWORD} */
@ConfigurationProperties("tandem.demo")
record DemoSettings(@DefaultValue("tandem") String password) {}

package io.tollgate.cli.command;

import io.tollgate.cli.demo.Demo;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Plays a new API client against the running platform. */
@Command(
        name = "demo",
        description = "Register, order and follow one order through; exits non-zero when anything is off.")
public final class DemoCommand implements Callable<Integer> {

    @Mixin
    private PlatformOptions options;

    @Override
    public Integer call() {
        new Demo(options.install(), Console::say).run();
        return 0;
    }
}

package org.throughline.access;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** How often one may try a password: for an account, and from an address. An attempt counts until it succeeds. */
final class Throttle {

    private static final Duration WINDOW = Duration.ofMinutes(15);

    private final int attempts;
    private final int attemptsPerAddress;
    private final LoadingCache<String, Bucket> accounts;
    private final LoadingCache<String, Bucket> addresses;

    Throttle(int attempts, int attemptsPerAddress, TimeMeter time) {
        this.attempts = attempts;
        this.attemptsPerAddress = attemptsPerAddress;
        this.accounts = buckets(attempts, time);
        this.addresses = buckets(attemptsPerAddress, time);
    }

    private static LoadingCache<String, Bucket> buckets(int attempts, TimeMeter time) {
        return Caffeine.newBuilder()
                .maximumSize(100_000)
                .expireAfterAccess(WINDOW.multipliedBy(2))
                .build(key -> Bucket.builder()
                        .withCustomTimePrecision(time)
                        .addLimit(limit -> limit.capacity(attempts).refillGreedy(attempts, WINDOW))
                        .build());
    }

    /** Counts an attempt; why it is not to be made, or nothing. */
    Optional<Refused> attempt(String account, String address) {
        Optional<Refused> refused = take(
                addresses.get(address),
                "throughline.login.attempts-per-address",
                "more than " + attemptsPerAddress + " wrong log-ins in 15 minutes from " + address);
        return refused.isPresent()
                ? refused
                : take(
                        accounts.get(account),
                        "throughline.login.attempts",
                        "more than " + attempts + " wrong log-ins in 15 minutes to this account");
    }

    private static Optional<Refused> take(Bucket bucket, String setting, String found) {
        ConsumptionProbe asked = bucket.tryConsumeAndReturnRemaining(1);
        long seconds = TimeUnit.NANOSECONDS.toSeconds(asked.getNanosToWaitForRefill()) + 1;
        return asked.isConsumed() ? Optional.empty() : Optional.of(Refused.tooManyLogIns(setting, found, seconds));
    }

    /** It was the right password: that attempt does not count, nor do those before it to this account. */
    void succeeded(String account, String address) {
        accounts.invalidate(account);
        addresses.get(address).addTokens(1);
    }
}

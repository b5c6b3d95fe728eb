package org.throughline.store;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Executors;
import org.throughline.history.Handling;
import org.throughline.history.HistoryJson;
import org.throughline.history.Wish;

/**
 * A store behind HTTP, in a process of its own that can be killed: what the application does to answer, without what makes it slow to start. The
 * same addresses as the application's; what is sent is kept unread.
 */
final class StoreServer {

    private static final String SNAPSHOTS = "/api/v1/portfolios/" + Arrivals.PORTFOLIO + "/snapshots";
    private static final String RECOMMENDATIONS = "/api/v1/portfolios/" + Arrivals.PORTFOLIO + "/recommendations/";

    private final Store store;

    private StoreServer(Store store) {
        this.store = store;
    }

    /** @param arguments a data folder, or the address of a PostgreSQL database; writes its port to standard output */
    public static void main(String[] arguments) throws IOException {
        StoreSettings settings = arguments[0].startsWith("jdbc:")
                ? StoreSettings.at(arguments[0], "postgres", null)
                : StoreSettings.in(Path.of(arguments[0]));
        StoreServer server = new StoreServer(Store.open(settings));
        HttpServer http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        http.setExecutor(Executors.newCachedThreadPool());
        http.createContext("/", server::answer);
        http.start();
        System.out.println("port " + http.getAddress().getPort());
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            String path = exchange.getRequestURI().getPath();
            if (path.equals(SNAPSHOTS)) {
                Store.Kept kept = Arrivals.keep(store, body);
                send(exchange, kept.isNew() ? 201 : 200, "");
            } else if (exchange.getRequestMethod().equals("GET")) {
                Handling handling = store.handling(Arrivals.PORTFOLIO, path.substring(RECOMMENDATIONS.length()))
                        .orElseThrow();
                exchange.getResponseHeaders().add("ETag", "\"" + handling.version() + "\"");
                send(exchange, 200, HistoryJson.text(handling));
            } else {
                change(exchange, path.substring(RECOMMENDATIONS.length()), body);
            }
        }
    }

    private void change(HttpExchange exchange, String recommendation, String body) throws IOException {
        long seen =
                Long.parseLong(exchange.getRequestHeaders().getFirst("If-Match").replace("\"", ""));
        Store.Change change = new Store.Change(recommendation, seen, HistoryJson.read(body, Wish.class));
        try {
            store.change(Arrivals.PORTFOLIO, List.of(change), Arrivals.NOON, "client");
            send(exchange, 200, "");
        } catch (ConflictException e) {
            send(exchange, 412, "");
        }
    }

    private static void send(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
    }
}

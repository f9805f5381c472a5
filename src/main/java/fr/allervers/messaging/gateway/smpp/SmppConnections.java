package fr.allervers.messaging.gateway.smpp;

import fr.allervers.messaging.gateway.SmsSettings;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;
import org.jsmpp.session.connection.Connection;
import org.jsmpp.session.connection.ConnectionFactory;
import org.jsmpp.session.connection.socket.SocketConnection;
import org.jspecify.annotations.Nullable;

/**
 * Connections to a centre. jsmpp's own wait for ever for a host that does not answer, let small PDUs wait for the
 * acknowledgement of those before (Nagle), and with TLS accept any host's certificate.
 *
 * @param tls what secures them; none for plain TCP
 * @param within how long a host may take to answer, and then to agree on TLS
 */
record SmppConnections(@Nullable SSLSocketFactory tls, Duration within) implements ConnectionFactory {

    private static final Duration USUAL = Duration.ofSeconds(10);

    /** With TLS, whom the JVM trusts is trusted, for the host that the certificate names. */
    static SmppConnections of(SmsSettings.Smpp settings) {
        return new SmppConnections(settings.tls() ? (SSLSocketFactory) SSLSocketFactory.getDefault() : null, USUAL);
    }

    @Override
    public Connection createConnection(String host, int port) throws IOException {
        var socket = new Socket();
        try {
            socket.setTcpNoDelay(true);
            socket.connect(new InetSocketAddress(host, port), (int) within.toMillis());
            return new SocketConnection(tls == null ? socket : secured(tls, socket, host, port));
        } catch (IOException e) {
            socket.close();
            throw e;
        }
    }

    private Socket secured(SSLSocketFactory factory, Socket plain, String host, int port) throws IOException {
        var secured = (SSLSocket) factory.createSocket(plain, host, port, true);
        var parameters = secured.getSSLParameters();
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        secured.setSSLParameters(parameters);
        secured.setSoTimeout((int) within.toMillis());
        secured.startHandshake();
        return secured;
    }
}

package io.quayside.engine.internal.codec;

import io.quayside.engine.credential.Login;
import java.util.List;

/// Logins as engines take them: the body of `POST /auth`, and what `X-Registry-Auth` has in it.
public final class LoginCodec {
    private LoginCodec() {}

    /// The object with all that is known.
    public static byte[] write(Login login) {
        return Json.write(out -> out.object(() -> fields(out, login)));
    }

    /// Several, by registry (`X-Registry-Config`).
    public static byte[] writeAll(List<Login> logins) {
        return Json.write(out ->
                out.object(() -> logins.forEach(each -> out.object(each.server(), () -> fields(out, each)))));
    }

    private static void fields(JsonOut out, Login login) {
        if (login.isToken()) {
            out.text("identitytoken", login.secret());
        } else {
            out.text("username", login.username()).text("password", login.secret());
        }
        out.text("serveraddress", login.server());
    }

    /// The token in the answer to `POST /auth`, or empty.
    public static String token(JsonIn in) {
        String token = "";
        if (in.enterObject()) {
            while (in.nextField()) {
                if (in.name().equals("IdentityToken")) {
                    token = in.text();
                } else {
                    in.skip();
                }
            }
        }
        return token;
    }
}

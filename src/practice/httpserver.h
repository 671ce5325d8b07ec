// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "practice/exchange.h"

#include <memory>

namespace retake {

// The one place that knows the HTTP library. Listens on 127.0.0.1 only; the handler runs on several
// threads at once.
class HttpServer
{
public:
    using Handler = std::function<HttpReply(HttpRequest &)>;

    HttpServer();
    ~HttpServer();
    bool listen(int port, Handler handler); // 0: any free port
    int port() const;
    void stop(); // ends every connection, also those that hang

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace retake

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "base/paths.h"
#include "base/settings.h"
#include "engine/bigmodel/bigmodelchat.h"
#include "engine/bigmodel/bigmodelengine.h"
#include "engine/dashscope/dashscopeengine.h"
#include "keys/sessionkeyring.h"
#include "keys/systemkeyring.h"
#include "media/contenthash.h"
#include "media/framebook.h"
#include "media/shelf.h"
#include "net/httpclient.h"
#include "queue/taskqueue.h"
#include "session/accountbook.h"
#include "session/practiceprocess.h"
#include "store/store.h"

namespace retake {

// Everything that the programs share, built once from the bottom up and taken down from the top: each part
// refers to those above it here. Lives as long as the program.
struct Core
{
    // Makes the data folder. `dataDir` empty: the platform's place.
    static Result<std::unique_ptr<Core>> open(const QString &dataDir, const QProcessEnvironment &environment);

    ~Core(); // waits for what still keeps the library: it must not outlive the program's connections

    // The catalogue with the rows that a person has added to the data folder (catalogue.json).
    static Result<Catalogue> openCatalogue(const Paths &paths);

    Paths paths;
    Settings settings;
    Shelf shelf;
    HashBook hashes;
    FrameBook frames;
    Catalogue catalogue;
    std::unique_ptr<Store> store;
    SystemClock clock;
    SystemKeyring systemKeys;
    SessionKeyring sessionKeys;
    HttpClient http;
    DashScopeEngine dashscope;
    BigModelEngine bigmodel;
    BigModelChat chat;
    PracticeProcess practice;
    AccountBook accounts;
    TaskQueue queue;

private:
    Core(const Paths &where, Catalogue rows, std::unique_ptr<Store> library,
         const QProcessEnvironment &environment);
};

} // namespace retake

// SPDX-License-Identifier: GPL-3.0-or-later
#include "practice/lifeline.h"
#include "practice/practiceoptions.h"

#include <QCoreApplication>
#include <QJsonDocument>

#include <cstdio>

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    QCoreApplication::setApplicationName(QStringLiteral("retake-practice"));
    const retake::PracticeCommand command = retake::readPracticeCommand(QCoreApplication::arguments());
    if (command.exitCode >= 0) {
        std::fputs(command.text.toUtf8().constData(), command.exitCode == 0 ? stdout : stderr);
        return command.exitCode;
    }
    retake::Lifeline lifeline;
    retake::PracticeService service;
    const auto address = service.start(command.options);
    if (!address) {
        std::fprintf(stderr, "retake-practice: %s %s\n",
                     address.error().facts.join(u' ').toUtf8().constData(),
                     address.error().serviceMessage.toUtf8().constData());
        return 7;
    }
    std::puts(QJsonDocument(address->toJson()).toJson(QJsonDocument::Compact).constData());
    std::fflush(stdout);
    lifeline.waitForEnd();
    service.stop();
    return 0;
}

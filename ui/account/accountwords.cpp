// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/account/accountwords.h"

#include <QCoreApplication>

namespace retake {

namespace {

bool isBigModel(const QString &service)
{
    return service == u"bigmodel";
}

QString link(const QString &address, const QString &text)
{
    return QStringLiteral("<a href=\"%1\">%2</a>").arg(address, text);
}

} // namespace

QString aboutService(const QString &service)
{
    if (isBigModel(service))
        return QCoreApplication::translate(
            "AccountWords", "BigModel describes your video in words, which cost by their number, and makes "
                            "new videos from words, which cost by the take. Without an account Retake uses "
                            "the practice service: it runs on this computer, costs nothing, and is no AI.");
    return QCoreApplication::translate(
        "AccountWords", "Wan edits your video on Alibaba Cloud, and charges by the second. Without an "
                        "account Retake uses the practice service: it runs on this computer, costs "
                        "nothing, and its edits are simple filters, not AI.");
}

QString sourceOfKeys(const QString &service)
{
    if (!isBigModel(service))
        return {};
    return QCoreApplication::translate(
               "AccountWords", "Keys are made at %1 for mainland China and at %2 for everywhere else. A key "
                               "of one platform does not work on the other, and a key of a coding plan does "
                               "not make videos.")
        .arg(link(QStringLiteral("https://bigmodel.cn/usercenter/proj-mgmt/apikeys"),
                  QStringLiteral("bigmodel.cn")),
             link(QStringLiteral("https://z.ai/manage-apikey/apikey-list"), QStringLiteral("z.ai")));
}

QString exampleOfKey(const QString &service)
{
    return isBigModel(service) ? QCoreApplication::translate("AccountWords", "id.secret")
                               : QCoreApplication::translate("AccountWords", "sk-…");
}

QString exampleOfAddress(const QString &service)
{
    return isBigModel(service) ? QStringLiteral("https://…/api/paas/v4") : QStringLiteral("https://…/api/v1");
}

} // namespace retake

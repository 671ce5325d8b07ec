// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/order/enginename.h"

#include <QCoreApplication>
#include <QLocale>

namespace retake {

QString regionName(const Account &account, const Catalogue &catalogue)
{
    if (account.isPractice())
        return QCoreApplication::translate("EngineName", "Practice");
    if (const ServiceSpec *service = catalogue.service(account.service)) {
        for (const RegionSpec &region : service->regions) {
            if (region.id == account.region)
                return region.name.in(QLocale().name());
        }
    }
    return account.baseUrl.host();
}

QString engineName(const Account &account, const ModelSpec &model, const Catalogue &catalogue)
{
    const QString name = model.name.in(QLocale().name());
    if (!account.isPractice())
        return QString(name + u" · " + regionName(account, catalogue));
    qsizetype models = 0;
    for (const ModelSpec &other : catalogue.models())
        models += other.service == account.service && other.use == model.use;
    const QString practice = QCoreApplication::translate("EngineName", "Practice service (offline)");
    return models > 1 ? QString(practice + u" · " + name) : practice;
}

} // namespace retake

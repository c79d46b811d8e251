using System.Globalization;
using System.Net;
using Renderacre.Controller.Hooks;
using Renderacre.Farm.Fairness;

namespace Renderacre.Controller.Options;

/// <summary>Reads the values that were given for options.</summary>
internal static class OptionValues
{
    private const int LeaseSecondsMax = 1_000_000;
    private const int SickAfterMax = 30;
    private const int SecondsMax = 10_000_000;

    /// <summary>Settles the options.</summary>
    /// <param name="settings">What was given.</param>
    /// <exception cref="OptionsException">A value is wrong; the message names where it came from.</exception>
    public static ControllerOptions Settle(IReadOnlyList<Setting> settings)
    {
        ControllerOptions options = settings.Aggregate(new ControllerOptions(), Apply);
        CheckBind(options);
        return options;
    }

    private static ControllerOptions Apply(ControllerOptions options, Setting setting) => setting.Key switch
    {
        "bind" => options with { Bind = ReadBind(setting) },
        "lease_seconds" => options with { LeaseTime = TimeSpan.FromSeconds(ReadLeaseSeconds(setting)) },
        "storage" => options with { Storage = ReadStorage(setting) },
        "sqlite_path" => options with { SqlitePath = setting.Value },
        "dashboard_dir" => options with { DashboardDirectory = setting.Value },
        "log_dir" => options with { LogDirectory = setting.Value },
        "insecure" => options with { Insecure = ReadFlag(setting) },
        "allow_origin" => options with { AllowedOrigins = ReadOrigins(setting) },
        "share_between" => options with { ShareBetween = ReadShareBetween(setting) },
        "artifact_root" => options with { ArtifactRoots = ReadRoots(setting) },
        "sick_after" => options with { SickAfter = ReadWhole(setting, 0, SickAfterMax) },
        "sick_window_seconds" => options with { SickWindow = ReadSeconds(setting) },
        "sick_pause_seconds" => options with { SickPause = ReadSeconds(setting) },
        "hooks" => options with { HooksPath = setting.Value, Hooks = HookFile.Read(setting.Value) },
        _ => throw new InvalidOperationException($"config key '{setting.Key}' is known but not read"),
    };

    private static IPEndPoint ReadBind(Setting setting) =>
        setting.Value.Contains(':', StringComparison.Ordinal)
            && IPEndPoint.TryParse(setting.Value, out IPEndPoint? bind)
            ? bind
            : throw setting.Wrong("an IP address and a port such as 127.0.0.1:7878 or [::1]:7878 is wanted");

    // Below 1 counts as 1, as it always has.
    private static int ReadLeaseSeconds(Setting setting) =>
        int.TryParse(setting.Value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out int seconds)
            && seconds <= LeaseSecondsMax
            ? Math.Max(seconds, 1)
            : throw setting.Wrong($"a whole number of seconds from 1 to {LeaseSecondsMax} is wanted");

    private static TimeSpan ReadSeconds(Setting setting) => TimeSpan.FromSeconds(ReadWhole(setting, 1, SecondsMax));

    private static int ReadWhole(Setting setting, int least, int most) =>
        int.TryParse(setting.Value, NumberStyles.None, CultureInfo.InvariantCulture, out int number)
            && number >= least && number <= most
            ? number
            : throw setting.Wrong($"a whole number from {least} to {most} is wanted");

    private static StorageKind ReadStorage(Setting setting) => setting.Value switch
    {
        "memory" => StorageKind.Memory,
        "sqlite" => StorageKind.Sqlite,
        _ => throw setting.Wrong("memory or sqlite is wanted"),
    };

    private static ShareSubject ReadShareBetween(Setting setting) => setting.Value switch
    {
        "owners" => ShareSubject.Owners,
        "projects" => ShareSubject.Projects,
        "queues" => ShareSubject.Queues,
        "nobody" => ShareSubject.Nobody,
        _ => throw setting.Wrong("owners, projects, queues or nobody is wanted"),
    };

    private static bool ReadFlag(Setting setting) =>
        bool.TryParse(setting.Value, out bool flag) ? flag : throw setting.Wrong("true or false is wanted");

    private static string[] ReadOrigins(Setting setting)
    {
        foreach (string origin in setting.Items)
        {
            if (!Uri.TryCreate(origin, UriKind.Absolute, out Uri? uri) || uri.PathAndQuery != "/")
                throw setting.Wrong($"'{origin}' is no origin; one such as https://farm.example:8443 is wanted");
        }
        return setting.Items;
    }

    private static string[] ReadRoots(Setting setting)
    {
        foreach (string root in setting.Items)
        {
            if (!Path.IsPathFullyQualified(root) || !Directory.Exists(root))
                throw setting.Wrong($"'{root}' is no folder that is there; a full path such as /mnt/renders is wanted");
        }
        return setting.Items;
    }

    private static void CheckBind(ControllerOptions options)
    {
        if (!IPAddress.IsLoopback(options.Bind.Address) && !options.Insecure)
        {
            throw new OptionsException(OptionsException.StartFailure,
                $"{options.Bind} can be reached from other machines, and nobody has to show who they are: whoever "
                + "reaches it can run commands on the farm. Bind a loopback address such as 127.0.0.1, or accept that "
                + "with --insecure");
        }
    }
}

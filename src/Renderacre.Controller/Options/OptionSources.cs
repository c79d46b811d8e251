using System.Globalization;
using System.Net;

namespace Renderacre.Controller.Options;

/// <summary>
/// Settles the options: a flag beats the environment, the environment the config file, that the default.
/// </summary>
internal static class OptionSources
{
    private const int LeaseSecondsMax = 1_000_000;

    /// <summary>The environment variable of each key that has one.</summary>
    public static readonly IReadOnlyDictionary<string, string> Variables = new Dictionary<string, string>
    {
        ["bind"] = "RFARM_BIND",
        ["lease_seconds"] = "RFARM_LEASE_SECONDS",
        ["storage"] = "RFARM_STORAGE",
        ["sqlite_path"] = "RFARM_SQLITE_PATH",
        ["dashboard_dir"] = "RFARM_DASHBOARD_DIR",
        ["log_dir"] = "RFARM_LOG_DIR",
    };

    /// <summary>Settles the options.</summary>
    /// <param name="flags">Values of flags by config key.</param>
    /// <param name="environment">Looks a variable up; null where it is not set.</param>
    /// <param name="configPath">The config file that the flags name, or null.</param>
    /// <exception cref="OptionsException">A value is wrong; the message names where it came from.</exception>
    public static ControllerOptions Resolve(
        IReadOnlyDictionary<string, string> flags, Func<string, string?> environment, string? configPath)
    {
        configPath ??= NotEmpty(environment("RFARM_CONFIG"));
        IReadOnlyDictionary<string, string> file =
            configPath is null ? new Dictionary<string, string>() : ConfigFile.Read(configPath);
        ControllerOptions options = new();
        foreach (string key in ConfigFile.Keys)
        {
            if (Find(key, flags, environment, file) is { } setting)
                options = Apply(options, setting);
        }
        CheckBind(options);
        return options;
    }

    private static Setting? Find(
        string key, IReadOnlyDictionary<string, string> flags, Func<string, string?> environment,
        IReadOnlyDictionary<string, string> file)
    {
        if (flags.TryGetValue(key, out string? value))
            return new Setting(key, value, $"--{key.Replace('_', '-')}", OptionsException.WrongUsage);
        if (Variables.TryGetValue(key, out string? variable) && NotEmpty(environment(variable)) is { } text)
            return new Setting(key, text, variable, OptionsException.WrongUsage);
        return file.TryGetValue(key, out value)
            ? new Setting(key, value, $"config key '{key}'", OptionsException.StartFailure)
            : null;
    }

    private static string? NotEmpty(string? text) => string.IsNullOrEmpty(text) ? null : text;

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

    private static StorageKind ReadStorage(Setting setting) => setting.Value switch
    {
        "memory" => StorageKind.Memory,
        "sqlite" => StorageKind.Sqlite,
        _ => throw setting.Wrong("memory or sqlite is wanted"),
    };

    private static bool ReadFlag(Setting setting) =>
        bool.TryParse(setting.Value, out bool flag) ? flag : throw setting.Wrong("true or false is wanted");

    private static string[] ReadOrigins(Setting setting)
    {
        string[] origins = setting.Value.Split(
            ',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        foreach (string origin in origins)
        {
            if (!Uri.TryCreate(origin, UriKind.Absolute, out Uri? uri) || uri.PathAndQuery != "/")
                throw setting.Wrong($"'{origin}' is no origin; one such as https://farm.example:8443 is wanted");
        }
        return origins;
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

    private sealed record Setting(string Key, string Value, string Source, int ExitCode)
    {
        public OptionsException Wrong(string wanted) => new(ExitCode, $"{Source}: '{Value}' is wrong; {wanted}");
    }
}

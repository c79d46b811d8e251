using System.Globalization;
using System.Text;
using Renderacre.Farm.Fairness;

namespace Renderacre.Controller.Options;

/// <summary>Tells what each option is set to and where that comes from, as a config file with remarks.</summary>
internal static class ConfigReport
{
    private const int SourceColumn = 44;

    /// <summary>Writes the report: one line an option, those without a value commented out.</summary>
    /// <param name="settings">What was given.</param>
    /// <param name="options">The options that follow from it.</param>
    public static string Of(IReadOnlyList<Setting> settings, ControllerOptions options)
    {
        var text = new StringBuilder();
        foreach (string key in ConfigFile.Keys)
        {
            string source = settings.FirstOrDefault(setting => setting.Key == key)?.Source ?? "default";
            string? value = ValueOf(key, options);
            string line = value is null ? $"# {key}: none" : $"{key}: {value}";
            text.Append(CultureInfo.InvariantCulture, $"{line.PadRight(SourceColumn)} # {source}\n");
        }
        return text.ToString();
    }

    private static string? ValueOf(string key, ControllerOptions options) => key switch
    {
        "bind" => Quoted(options.Bind.ToString()),
        "lease_seconds" => options.LeaseTime.TotalSeconds.ToString(CultureInfo.InvariantCulture),
        "storage" => options.Storage == StorageKind.Memory ? "memory" : "sqlite",
        "sqlite_path" => Quoted(options.SqlitePath),
        "dashboard_dir" => Quoted(options.DashboardDirectory),
        "log_dir" => Quoted(options.LogDirectory),
        "insecure" => options.Insecure ? "true" : "false",
        "allow_origin" => List(options.AllowedOrigins),
        "share_between" => WordOf(options.ShareBetween),
        "artifact_root" => List(options.ArtifactRoots),
        "sick_after" => options.SickAfter.ToString(CultureInfo.InvariantCulture),
        "sick_window_seconds" => options.SickWindow.TotalSeconds.ToString(CultureInfo.InvariantCulture),
        "sick_pause_seconds" => options.SickPause.TotalSeconds.ToString(CultureInfo.InvariantCulture),
        "hooks" => Quoted(options.HooksPath),
        _ => throw new InvalidOperationException($"config key '{key}' is known but not told"),
    };

    private static string WordOf(ShareSubject subject) => subject switch
    {
        ShareSubject.Owners => "owners",
        ShareSubject.Projects => "projects",
        ShareSubject.Queues => "queues",
        ShareSubject.Nobody => "nobody",
    };

    private static string? Quoted(string? text) =>
        text is null ? null : $"'{text.Replace("'", "''", StringComparison.Ordinal)}'";

    private static string? List(IReadOnlyList<string> items) =>
        items.Count == 0 ? null : $"[{string.Join(", ", items.Select(Quoted))}]";
}

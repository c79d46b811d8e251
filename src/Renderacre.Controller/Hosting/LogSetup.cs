using Microsoft.Extensions.Logging.Console;

namespace Renderacre.Controller.Hosting;

/// <summary>Where the controller's own log lines go: standard output, one line each.</summary>
internal static class LogSetup
{
    private const string LevelVariable = "RFARM_LOG_LEVEL";

    /// <summary>Sets logging up.</summary>
    /// <param name="logging">The logging to set up.</param>
    public static void Apply(ILoggingBuilder logging)
    {
        LogLevel level = Enum.TryParse(Environment.GetEnvironmentVariable(LevelVariable), true, out LogLevel asked)
            ? asked
            : LogLevel.Information;
        logging.ClearProviders();
        logging.SetMinimumLevel(LogLevel.Warning);
        logging.AddFilter("Renderacre", level);
        // It would give each request an activity and a log scope, and with them a context to carry through every await.
        // What fails at a request the controller logs itself.
        logging.AddFilter("Microsoft.AspNetCore.Hosting.Diagnostics", LogLevel.None);
        // A failed start is told once, in one line, by the program itself.
        logging.AddFilter("Microsoft.Extensions.Hosting.Internal.Host", LogLevel.None);
        logging.AddSimpleConsole(ApplyFormat);
    }

    private static void ApplyFormat(SimpleConsoleFormatterOptions console)
    {
        console.SingleLine = true;
        console.UseUtcTimestamp = true;
        console.TimestampFormat = "yyyy-MM-dd'T'HH:mm:ss.fff'Z' ";
        console.ColorBehavior = LoggerColorBehavior.Disabled;
    }
}

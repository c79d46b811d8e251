namespace OpenJd.Model.Templates;

/// <summary>The extensions of template schemas version 2023-09. Source: template schemas §1.1.</summary>
public static class ExtensionNames
{
    /// <summary>Several tasks of a step in one action.</summary>
    public const string TaskChunking = "TASK_CHUNKING";

    /// <summary>Environment variables whose values stay out of the log.</summary>
    public const string RedactedEnvVars = "REDACTED_ENV_VARS";

    /// <summary>Longer names, numbers as format strings, simple actions and line ends.</summary>
    public const string FeatureBundle1 = "FEATURE_BUNDLE_1";

    /// <summary>The expression language, <c>let</c> bindings, and job parameters of more types.</summary>
    public const string Expr = "EXPR";

    /// <summary>Environments that run in place of the actions within them.</summary>
    public const string WrapActions = "WRAP_ACTIONS";

    /// <summary>All of them.</summary>
    public static IReadOnlyList<string> Known { get; } =
        [TaskChunking, RedactedEnvVars, FeatureBundle1, Expr, WrapActions];
}

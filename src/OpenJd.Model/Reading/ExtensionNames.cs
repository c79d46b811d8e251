namespace OpenJd.Model.Reading;

/// <summary>The extensions of template schemas version 2023-09.</summary>
internal static class ExtensionNames
{
    public const string TaskChunking = "TASK_CHUNKING";
    public const string RedactedEnvVars = "REDACTED_ENV_VARS";
    public const string FeatureBundle1 = "FEATURE_BUNDLE_1";
    public const string Expr = "EXPR";
    public const string WrapActions = "WRAP_ACTIONS";

    public static IReadOnlyList<string> Known { get; } =
        [TaskChunking, RedactedEnvVars, FeatureBundle1, Expr, WrapActions];
}

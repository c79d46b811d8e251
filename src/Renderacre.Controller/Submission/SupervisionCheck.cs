using OpenJd.Expressions.Errors;
using OpenJd.Expressions.FormatStrings;
using OpenJd.Expressions.Regexes;
using Renderacre.Contracts.Jobs;

namespace Renderacre.Controller.Submission;

/// <summary>Checks what workers are to watch tasks for: rules, files and times.</summary>
internal static class SupervisionCheck
{
    private const int StatesMax = 1000;
    private const string ProgressWants = @"progress wants one (a percentage, such as '(\d+)%') or two (what is done "
        + @"and of how much, such as '(\d+)/(\d+)')";

    private const int SecondsMax = 10 * 365 * 24 * 3600;

    /// <summary>Checks a policy.</summary>
    /// <param name="field">The field.</param>
    /// <param name="policy">The policy.</param>
    /// <param name="faults">Takes what is wrong.</param>
    public static void Check(string field, TaskPolicy policy, FaultList faults)
    {
        MemoryRetries.Check(field, policy, faults);
        TextRules.CheckCount($"{field}.output_rules", policy.OutputRules?.Count, OutputRule.RulesMax, faults);
        for (int at = 0; at < policy.OutputRules?.Count; at++)
            Check($"{field}.output_rules[{at}]", policy.OutputRules[at], faults);
        TextRules.CheckCount($"{field}.exit_code_rules", policy.ExitCodeRules?.Count, OutputRule.RulesMax, faults);
        for (int at = 0; at < policy.ExitCodeRules?.Count; at++)
            Check($"{field}.exit_code_rules[{at}]", policy.ExitCodeRules[at], faults);
        Check($"{field}.output_checks", policy.OutputChecks, faults);
        foreach (OutputCheck? check in policy.OutputChecks ?? [])
            CheckFormat($"{field}.output_checks", check?.Path ?? "", faults);
        CheckSeconds($"{field}.run_time_min", policy.RunTimeMin, faults);
        CheckSeconds($"{field}.run_time_max", policy.RunTimeMax, faults);
        CheckSeconds($"{field}.silence_max", policy.SilenceMax, faults);
        if (policy.RunTimeMin >= policy.RunTimeMax)
            faults.Add($"{field}.run_time_min", $"is {policy.RunTimeMin}; less than run_time_max is wanted");
    }

    /// <summary>Checks files that are looked for.</summary>
    /// <param name="field">The field.</param>
    /// <param name="checks">The checks; null means none.</param>
    /// <param name="faults">Takes what is wrong.</param>
    public static void Check(string field, IReadOnlyList<OutputCheck?>? checks, FaultList faults)
    {
        TextRules.CheckCount(field, checks?.Count, OutputCheck.ChecksMax, faults);
        for (int at = 0; at < checks?.Count; at++)
        {
            TextRules.CheckName($"{field}[{at}].path", checks[at]?.Path, faults);
            if (checks[at]?.BytesMin < 0)
                faults.Add($"{field}[{at}].bytes_min", $"is {checks[at]?.BytesMin}; 0 or more is wanted");
        }
    }

    private static void Check(string field, OutputRule? rule, FaultList faults)
    {
        if (rule is null)
        {
            faults.Add(field, "is null; give a rule");
            return;
        }

        CheckPattern($"{field}.pattern", rule, faults);
        CheckWords(field, rule.Action, rule.Message, rule.Limit, faults);
        if (rule is { Action: RuleAction.Progress, Message: not null })
            faults.Add($"{field}.message", "is given, and a rule of progress tells none; leave it out");
    }

    private static void CheckPattern(string field, OutputRule rule, FaultList faults)
    {
        if (rule.Pattern.Length is 0 or > OutputRule.PatternMax)
            faults.Add(field, $"has {rule.Pattern.Length} characters; 1 to {OutputRule.PatternMax} are possible");
        else if (!LinePattern.TryParse(rule.Pattern, out LinePattern? pattern, out string? problem))
            faults.Add(field, problem);
        else if (pattern.States > StatesMax)
            faults.Add(field, $"has {pattern.States} states; at most {StatesMax} are possible");
        else if (rule.Action == RuleAction.Progress && pattern.Groups is not (1 or 2))
            faults.Add(field, $"has {pattern.Groups} groups; {ProgressWants}");
    }

    private static void Check(string field, ExitCodeRule? rule, FaultList faults)
    {
        if (rule is null)
        {
            faults.Add(field, "is null; give a rule");
            return;
        }

        if (rule.ExitCodes.Count == 0)
            faults.Add($"{field}.exit_codes", "is empty; give a code");
        if (rule.Action == RuleAction.Progress)
            faults.Add($"{field}.action", "is progress, which output alone tells; fail, retry, licence or warn fits");
        CheckWords(field, rule.Action, rule.Message, rule.Limit, faults);
    }

    private static void CheckWords(string field, RuleAction action, string? message, string? limit, FaultList faults)
    {
        TextRules.CheckOptionalName($"{field}.message", message, faults);
        TextRules.CheckOptionalName($"{field}.limit", limit, faults);
        if (limit is not null && action != RuleAction.Licence)
            faults.Add($"{field}.limit", "is given, and the action is not licence; leave it out");
    }

    private static void CheckFormat(string field, string format, FaultList faults)
    {
        if (!FormatString.TryParse(format, ExpressionSyntax.Expressions, out _, out ExpressionException? error))
            faults.Add($"{field}.path", error.Message);
    }

    private static void CheckSeconds(string field, int? seconds, FaultList faults)
    {
        if (seconds is < 1 or > SecondsMax)
            faults.Add(field, $"is {seconds}; 1 to {SecondsMax} seconds are wanted");
    }
}

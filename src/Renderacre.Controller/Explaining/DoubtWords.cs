using OpenJd.Model.Validation;
using Renderacre.Farm.Explaining;

namespace Renderacre.Controller.Explaining;

/// <summary>What a job asks for that the farm does not know, in words, with the nearest that it does.</summary>
internal static class DoubtWords
{
    /// <summary>One sentence for each doubt.</summary>
    public static IReadOnlyList<string> Of(IReadOnlyList<NameDoubt> doubts) => [.. doubts.Select(Of)];

    private static string Of(NameDoubt doubt)
    {
        string nearest = NearestName.Suggest(doubt.Name, doubt.Known);
        return doubt.Kind switch
        {
            NameDoubtKind.Pool => $"no worker is in pool '{doubt.Name}'.{nearest}",
            NameDoubtKind.Limit => $"nobody has defined limit '{doubt.Name}'.{nearest}",
            NameDoubtKind.LimitBeyond => $"limit '{doubt.Name}' has {string.Join(", ", doubt.Known)} at most, and "
                + $"{doubt.Wanted} are asked for",
            NameDoubtKind.LimitNotTaken => $"a rule names limit '{doubt.Name}', of which its step takes nothing: its "
                + $"failures do not shut it.{nearest}",
            NameDoubtKind.Worker => $"no worker is called '{doubt.Name}'.{nearest}",
            NameDoubtKind.Label or NameDoubtKind.Attribute => $"no worker has '{doubt.Name}' as {doubt.Wanted}."
                + NearestName.Suggest(doubt.Wanted ?? "", doubt.Known),
            NameDoubtKind.Amount => $"no worker has any '{doubt.Name}'.{nearest}",
            NameDoubtKind.AmountBeyond =>
                $"no worker has '{doubt.Name}' of {doubt.Wanted}; the nearest is {string.Join(", ", doubt.Known)}",
        };
    }
}

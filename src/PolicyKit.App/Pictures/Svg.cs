using System.Globalization;
using System.Net;

namespace PolicyKit.App.Pictures;

/// <summary>The parts of pictures that several of them share.</summary>
internal static class Svg
{
    public const string EveryPort = "#1d4e79";
    public const string SomePorts = "#6aaed6";
    public const string Undefined = "#e6a23c";
    public const string Ink = "#24292f";
    public const string Faint = "#d8dee4";

    /// <summary>Colours for groups, far enough apart for people who see few colours.</summary>
    private static readonly string[] GroupColours = ["#0072b2", "#d55e00", "#009e73", "#cc79a7", "#b8860b", "#56b4e9", "#8c564b", "#7f7f7f", "#6a3d9a", "#b15928"];

    public static string ColourOf(int group) => GroupColours[group % GroupColours.Length];

    /// <summary>A text that stands in XML.</summary>
    public static string Text(string text) => WebUtility.HtmlEncode(text);

    /// <summary>Coordinates in the form of every culture's machines, no finer than the eye sees.</summary>
    public static string Of(FormattableString text) => string.Format(CultureInfo.InvariantCulture, text.Format, text.GetArguments().Select(argument => argument is double number ? Math.Round(number, number < 1 ? 2 : 1) : argument).ToArray());

    public static string Colour(Openness openness) => openness switch
    {
        Openness.EveryPort => EveryPort,
        Openness.SomePorts => SomePorts,
        Openness.Undefined => Undefined,
        Openness.Nothing => "none",
        _ => throw new System.Diagnostics.UnreachableException(),
    };
}
